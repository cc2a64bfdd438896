// Keys and small conveniences; every page works without it.
(() => {
  'use strict';
  const send = event => event.target.matches('[data-sends]') && event.target.form.requestSubmit();
  document.addEventListener('change', send);

  // lists: j and k choose, Enter opens
  let chosen = null;
  const rows = () => [...document.querySelectorAll('[data-list] tbody tr')];
  const mark = row => {
    rows().forEach(one => one.classList.toggle('chosen', one === row));
    chosen = row ? row.id : null;
    if (row) {
      const link = row.querySelector('a, button');
      if (link) link.focus({ preventScroll: true });
      row.scrollIntoView({ block: 'nearest' });
    }
  };
  const step = by => {
    const all = rows();
    const at = all.findIndex(row => row.id === chosen);
    const next = all[Math.max(0, Math.min(all.length - 1, at + by))];
    if (next) mark(next);
  };
  const typing = target => target.closest('input, select, textarea, [contenteditable]');
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (chosen) {
      const row = document.getElementById(chosen);
      const button = row && row.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
      if (button) { event.preventDefault(); button.click(); }
    }
  });
  // what came anew keeps the choice
  document.addEventListener('htmx:afterSettle', () => {
    const row = chosen && document.getElementById(chosen);
    if (row) row.classList.add('chosen');
  });
  document.addEventListener('focusin', event => {
    const row = event.target.closest('[data-list] tbody tr');
    if (row && row.id !== chosen) {
      rows().forEach(one => one.classList.toggle('chosen', one === row));
      chosen = row.id;
    }
  });
  // a form is sent once
  document.addEventListener('submit', event => {
    const buttons = event.target.querySelectorAll('button');
    setTimeout(() => buttons.forEach(one => { one.disabled = true; one.setAttribute('aria-busy', 'true'); }), 0);
  });
  addEventListener('pageshow', () => document.querySelectorAll('button[aria-busy]').forEach(one => {
    one.disabled = false;
    one.removeAttribute('aria-busy');
  }));
})();
