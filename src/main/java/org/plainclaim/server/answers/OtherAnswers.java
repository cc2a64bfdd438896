package org.plainclaim.server.answers;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Takes over files of another kind than claims have, such as 271. */
public interface OtherAnswers {
    /** The transaction set that it reads (ST01). */
    String kind();

    /** Applies a file; a second time the same file changes nothing. */
    Applied apply(String partner, Source file) throws IOException;

    /** A file that can be read several times. */
    interface Source {
        /** The file from its beginning. */
        InputStream open() throws IOException;
    }

    /**
     * What came of a file.
     *
     * @param known answers to questions of ours
     * @param unknown answers to none of them
     * @param refused what is wrong with the file
     */
    record Applied(int known, int unknown, List<String> refused) {
        public Applied {
            refused = List.copyOf(refused);
        }
    }
}
