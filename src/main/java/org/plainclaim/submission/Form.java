package org.plainclaim.submission;

/** The form of a claim. */
public enum Form {
    /** CMS-1500 and 837P. */
    PROFESSIONAL,
    /** UB-04 and 837I. */
    INSTITUTIONAL
}
