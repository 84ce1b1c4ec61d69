package dev.pannier.kubernetes;

import dev.pannier.kubernetes.api.Credentials;
import dev.pannier.kubernetes.api.ServerAddress;
import java.util.Optional;

/**
 * All that is needed to talk to a server.
 *
 * @param address where it is
 * @param namespace where things go of which nobody says where
 * @param tls whom to trust, and what certificate to show
 * @param credentials what to show with each request
 * @param impersonation as whom to act
 * @param proxy through which it is reached
 */
record Access(
    ServerAddress address,
    String namespace,
    Tls tls,
    Credentials credentials,
    Impersonation impersonation,
    Optional<Proxy> proxy) {}
