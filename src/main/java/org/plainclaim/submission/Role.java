package org.plainclaim.submission;

/** What a provider is to a claim. */
public enum Role {
    /** Who bills. */
    BILLING,
    /** Where payments go, if elsewhere. */
    PAY_TO,
    /** Who rendered the services. */
    RENDERING,
    /** Who is responsible for the care; institutional. */
    ATTENDING,
    /** Who supervised. */
    SUPERVISING,
    /** Who referred. */
    REFERRING,
    /** Who ordered. */
    ORDERING,
    /** Where the services were rendered, if not at the billing address. */
    FACILITY
}
