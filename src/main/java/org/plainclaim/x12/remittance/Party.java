package org.plainclaim.x12.remittance;

import java.util.List;
import org.plainclaim.x12.Reference;

/**
 * The payer or the payee (loops 1000A and 1000B).
 *
 * @param name name of the organization
 * @param qualifier XX for an NPI, FI for a tax number, XV for a plan number; empty if there is no number
 * @param id the number; empty if none is given
 * @param address street, city, state and ZIP; empty if none is given
 * @param references further numbers
 */
public record Party(String name, String qualifier, String id, List<String> address, List<Reference> references) {
    public Party {
        address = List.copyOf(address);
        references = List.copyOf(references);
    }
}
