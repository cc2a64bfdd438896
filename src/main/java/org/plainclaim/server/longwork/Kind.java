package org.plainclaim.server.longwork;

import java.util.List;

/** Something that can be done to many records; done twice it comes to the same. */
interface Kind {
    /** Its name; it is never renamed. */
    String name();

    /**
     * Does some parts; the answers are in the same order. What is the matter with one part is its outcome; what is thrown is the
     * matter with all, and they are tried again.
     */
    List<Done> work(List<String> items);
}
