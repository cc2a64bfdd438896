package org.plainclaim.documentation;

import org.plainclaim.explanation.Fact;

/**
 * Who bills: the practice.
 *
 * @param reference reference of the organization
 * @param npi its national provider identifier
 */
public record BillingProvider(Fact<String> reference, Fact<String> npi) {}
