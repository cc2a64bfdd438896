package org.plainclaim.eligibility;

import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Procedure;

/**
 * What an inquiry asks about.
 *
 * @param serviceType X12 service type code such as {@code 30} or {@code MH}; empty if a procedure is asked about
 * @param procedure the procedure asked about; null if a service type is
 * @param placeOfService two digits; empty if the place does not matter
 */
public record AskedService(String serviceType, @Nullable Procedure procedure, String placeOfService) {
    /** A service type, wherever it is rendered. */
    public static AskedService of(String serviceType) {
        return new AskedService(serviceType, null, "");
    }
}
