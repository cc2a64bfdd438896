package org.plainclaim.x12;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.plainclaim.x12.HostileFiles.Kind;
import org.plainclaim.x12.acknowledgment.Acknowledging;
import org.plainclaim.x12.acknowledgment.Acknowledgments;
import org.plainclaim.x12.acknowledgment.AllReaders;
import org.plainclaim.x12.remittance.RemittanceReader;

/** A program with little memory that reads files larger than it. Arguments: megabytes of a file, and the kinds; none is all. */
final class SmallMemory {
    private static final int REFUSED_SOON = 20;

    private SmallMemory() {}

    public static void main(String[] arguments) throws IOException {
        long size = Long.parseLong(arguments[0]) << 20;
        List<String> wanted = List.of(arguments).subList(1, arguments.length);
        for (Kind kind : HostileFiles.KINDS.values()) {
            if (!wanted.isEmpty() && !wanted.contains(kind.toString())) {
                continue;
            }
            for (Shape shape : shapes(kind, size, wanted)) {
                long start = System.nanoTime();
                List<InterchangeFault> faults =
                        AllReaders.faults(kind.kind(), shape.file().get());
                Acknowledgments answer = Acknowledging.of(() -> shape.file().get());
                if (kind.kind() == TransactionKind.REMITTANCE) {
                    RemittanceReader.readChecked(
                            () -> shape.file().get(), new org.plainclaim.x12.remittance.Ignoring());
                }
                System.out.printf(
                        java.util.Locale.ROOT,
                        "%s %s faults=%s accepted=%s seconds=%.1f%n",
                        kind.kind(),
                        shape.name(),
                        !faults.isEmpty(),
                        answer.acceptsAll(),
                        (System.nanoTime() - start) / 1e9);
            }
        }
        System.out.println("done");
    }

    /**
     * A way to be large.
     *
     * @param name what there is too much of
     * @param file opens it
     */
    private record Shape(String name, Supplier<EndlessFile> file) {}

    private static Shape shape(String name, String beginning, String part, long size, String end) {
        long times = Math.max(1, size / part.length());
        return new Shape(name, () -> new EndlessFile(beginning, part, times, end));
    }

    private static List<Shape> shapes(Kind kind, long size, List<String> wanted) {
        String opening = kind.opening() + kind.beginning();
        String whole = kind.text();
        String transaction = whole.substring(whole.indexOf("ST*"), whole.indexOf("GE*"));
        String group = whole.substring(whole.indexOf("GS*"), whole.indexOf("IEA*"));
        String envelope = whole.substring(0, whole.indexOf("GS*"));
        List<Shape> shapes = List.of(
                shape("parts", opening, kind.part(), size, kind.end() + kind.closing(7)),
                shape("one-element", opening + "REF*", "9999999999", size * REFUSED_SOON, "~" + kind.closing(7)),
                shape("elements", opening + "REF", "*9", size * REFUSED_SOON, "~" + kind.closing(7)),
                shape("transactions", whole.substring(0, whole.indexOf("ST*")), transaction, size, "GE*1*7~"));
        List<Shape> others = List.of(
                shape(
                        "one-segment",
                        opening + kind.part(),
                        HostileFiles.segments(kind.part()).get(1),
                        size,
                        ""),
                shape("groups", envelope, group, size, "IEA*1*000000007~"),
                shape("garbage", opening, "ZZZ*1~", size, kind.closing(7)),
                shape("noise", "", "no interchange at all, ", size, ""));
        return wanted.isEmpty()
                ? Stream.concat(shapes.stream(), others.stream()).toList()
                : shapes;
    }
}
