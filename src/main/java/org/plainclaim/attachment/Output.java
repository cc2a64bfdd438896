package org.plainclaim.attachment;

/** The text as it grows, within the limits. */
final class Output {
    private final StringBuilder text = new StringBuilder();
    private final Limits limits;
    private final long end;
    private boolean blank = true;

    Output(Limits limits) {
        this.limits = limits;
        this.end = System.nanoTime() + limits.time().toNanos();
    }

    Limits limits() {
        return limits;
    }

    /** Ends the reading when its time is over. */
    void tick() {
        if (System.nanoTime() - end > 0) {
            throw new Unreadable(Reason.TOO_SLOW);
        }
    }

    void nested(int depth) {
        if (depth > limits.nesting()) {
            throw new Unreadable(Reason.TOO_DEEP);
        }
    }

    /** Takes characters as they are. */
    void add(CharSequence more) {
        if (text.length() + more.length() > limits.characters()) {
            throw new Unreadable(Reason.TOO_LARGE);
        }
        tick();
        text.append(more);
        blank &= more.toString().isBlank();
    }

    /** Takes running text of markup, where any stretch of blanks is one. */
    void words(CharSequence more) {
        StringBuilder words = new StringBuilder(more.length());
        boolean gap = text.length() == 0 || Character.isWhitespace(text.charAt(text.length() - 1));
        for (int i = 0; i < more.length(); i++) {
            char sign = more.charAt(i);
            boolean space = sign == ' ' || sign == '\t' || sign == '\n' || sign == '\r' || sign == '\f';
            if (!space) {
                words.append(sign);
            } else if (!gap) {
                words.append(' ');
            }
            gap = space;
        }
        add(words);
    }

    /** Begins a new line unless one was just begun. */
    void line() {
        int length = text.length();
        while (length > 0 && text.charAt(length - 1) == ' ') {
            length--;
        }
        text.setLength(length);
        if (length > 0 && text.charAt(length - 1) != '\n') {
            add("\n");
        }
    }

    int length() {
        return text.length();
    }

    /** All of it; places in it are the places at which it was added. */
    String text() {
        if (blank) {
            throw new Unreadable(Reason.NO_TEXT);
        }
        return text.toString();
    }
}
