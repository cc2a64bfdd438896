package org.plainclaim.simulator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/** A file that a simulated payer answers with. */
public final class PayerFile {
    private final String name;
    private final byte[] bytes;

    private PayerFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** A file that a writer fills. */
    public static PayerFile of(String name, Consumer<OutputStream> writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.accept(bytes);
        return new PayerFile(name, bytes.toByteArray());
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The beginning of it. */
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /** Writes it somewhere. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }
}
