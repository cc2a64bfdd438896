package org.plainclaim.server;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place where FHIR operations are registered: add the provider object to the list. */
@Configuration
class OperationConfiguration {
    @Bean
    Operations operations() {
        return new Operations(List.of());
    }

    /** Plain HAPI providers, one for each operation; any bean of the store can be a parameter of the method above. */
    record Operations(List<Object> providers) {
        Operations {
            providers = List.copyOf(providers);
        }
    }
}
