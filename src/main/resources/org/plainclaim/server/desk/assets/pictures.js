// Draws pictures from the tables beside them: what is drawn is what the table says, and nothing else.
(() => {
  'use strict';
  const DASHES = [[], [6, 4], [2, 3]];
  const POINTS = ['circle', 'rectRot', 'triangle'];
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const shown = (kind, value) =>
    kind === 'PERCENT' ? `${value} %` : kind === 'MONEY' ? Number(value).toLocaleString(undefined, { style: 'currency', currency: 'USD', maximumFractionDigits: 0 }) : String(value);

  const read = table => {
    const heads = [...table.tHead.rows[0].cells].slice(1);
    const rows = [...table.tBodies[0].rows];
    return {
      labels: rows.map(row => row.cells[0].firstChild.textContent.trim()),
      columns: heads.map((head, at) => ({
        words: head.textContent,
        kind: head.dataset.drawn,
        values: rows.map(row => (row.cells[at + 1].dataset.value === '' ? null : Number(row.cells[at + 1].dataset.value)))
      })).filter(column => column.kind)
    };
  };

  const draw = canvas => {
    const table = document.getElementById(canvas.dataset.picture);
    if (!table || canvas.dataset.drawn) return;
    canvas.dataset.drawn = 'yes';
    const { labels, columns } = read(table);
    const across = table.dataset.shape === 'across';
    const line = table.dataset.shape === 'line';
    const colours = [colour('--pico-primary-background'), colour('--held'), colour('--signed')];
    const ink = colour('--dim');
    const grid = colour('--line');
    const kind = columns[0].kind;
    const axis = { ticks: { color: ink, callback: value => shown(kind, value) }, grid: { color: grid }, beginAtZero: true };
    if (kind === 'PERCENT') axis.max = 100;
    const names = { ticks: { color: ink, autoSkip: !across }, grid: { display: false } };
    if (across) canvas.parentElement.style.height = `${90 + labels.length * columns.length * 26}px`;
    new Chart(canvas, {
      type: line ? 'line' : 'bar',
      data: {
        labels,
        datasets: columns.map((column, at) => ({
          label: column.words,
          data: column.values,
          borderColor: colours[at],
          backgroundColor: colours[at],
          borderDash: line ? DASHES[at] : undefined,
          pointStyle: POINTS[at],
          pointRadius: 4,
          borderWidth: line ? 2.5 : 0,
          borderRadius: line ? undefined : 4,
          maxBarThickness: 34,
          spanGaps: true
        }))
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        indexAxis: across ? 'y' : 'x',
        interaction: { mode: 'index', axis: across ? 'y' : 'x', intersect: false },
        scales: across ? { x: axis, y: names } : { x: names, y: axis },
        plugins: {
          legend: { display: columns.length > 1, position: 'bottom', labels: { color: ink, usePointStyle: true } },
          tooltip: { callbacks: { label: item => `${item.dataset.label}: ${shown(columns[item.datasetIndex].kind, item.raw)}` } }
        }
      }
    });
  };

  const all = () => document.querySelectorAll('canvas[data-picture]').forEach(draw);
  document.addEventListener('DOMContentLoaded', all);
  document.addEventListener('htmx:afterSettle', all);
})();
