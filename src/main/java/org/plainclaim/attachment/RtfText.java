package org.plainclaim.attachment;

import com.rtfparserkit.parser.RtfListenerAdaptor;
import com.rtfparserkit.parser.RtfStreamSource;
import com.rtfparserkit.parser.standard.StandardRtfParser;
import com.rtfparserkit.rtf.Command;
import com.rtfparserkit.rtf.CommandType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RTF: the running text of the document; tables of fonts and styles, pictures, deleted and hidden text are none of it. */
final class RtfText extends RtfListenerAdaptor {
    private static final Set<Command> SHOWN = EnumSet.of(
            Command.rtf,
            Command.fldrslt,
            Command.pntext,
            Command.listtext,
            Command.footnote,
            Command.header,
            Command.headerf,
            Command.headerl,
            Command.headerr,
            Command.footer,
            Command.footerf,
            Command.footerl,
            Command.footerr,
            Command.field,
            Command.shp,
            Command.shptxt,
            Command.ud,
            Command.upr);
    private static final Pattern BINARY = Pattern.compile("\\\\bin(-?\\d{1,20})");

    private final Output out;
    private final Deque<State> states = new ArrayDeque<>();
    private State state = new State(false, false, false);

    /** What holds for a group until it ends. */
    private record State(boolean skipped, boolean hidden, boolean deleted) {}

    private RtfText(Output out) {
        this.out = out;
    }

    static Extraction.Text read(byte[] content, Output out) throws IOException {
        checkBinaries(content);
        RtfText listener = new RtfText(out);
        new StandardRtfParser().parse(new RtfStreamSource(new ByteArrayInputStream(trimmed(content))), listener);
        return new Extraction.Text(out.text(), List.of(), true);
    }

    /** What follows the last group, such as a NUL of the sender's, belongs to nobody. */
    private static byte[] trimmed(byte[] content) {
        int end = content.length;
        while (end > 0 && content[end - 1] <= ' ') {
            end--;
        }
        return java.util.Arrays.copyOf(content, end);
    }

    /** The parser makes room for as many bytes as the file says follow; so they have to be there. */
    private static void checkBinaries(byte[] content) {
        Matcher matcher = BINARY.matcher(new String(content, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            String size = matcher.group(1);
            if (size.startsWith("-") || size.length() > 9 || Integer.parseInt(size) > content.length - matcher.end()) {
                throw new Unreadable(Reason.NOT_READABLE);
            }
        }
    }

    @Override
    public void processGroupStart() {
        out.tick();
        states.push(state);
        out.nested(states.size());
    }

    @Override
    public void processGroupEnd() {
        state = states.pop();
    }

    @Override
    public void processString(String text) {
        if (!state.skipped && !state.hidden && !state.deleted) {
            out.add(text);
        }
    }

    @Override
    public void processCommand(Command command, int parameter, boolean hasParameter, boolean optional) {
        boolean on = !hasParameter || parameter != 0;
        if (command == Command.optionalcommand || optional || unshown(command)) {
            state = new State(state.skipped || !SHOWN.contains(command), state.hidden, state.deleted);
        } else if (command == Command.v) {
            state = new State(state.skipped, on, state.deleted);
        } else if (command == Command.deleted) {
            state = new State(state.skipped, state.hidden, on);
        } else if (command == Command.plain) {
            state = new State(state.skipped, false, false);
        } else {
            breaks(command);
        }
    }

    private static boolean unshown(Command command) {
        return command.getCommandType() == CommandType.Destination && !SHOWN.contains(command);
    }

    private void breaks(Command command) {
        switch (command) {
            case par, line, sect, page, row, nestrow -> processString("\n");
            case tab, cell, nestcell -> processString("\t");
            default -> {
                // says how the text looks, not what it says
            }
        }
    }
}
