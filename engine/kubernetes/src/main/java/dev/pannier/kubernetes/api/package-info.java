/**
 * Talking to an API server: requests in, answers out, as JSON that nobody retyped. Who is asked and
 * with which credentials, what is tried again and how fast, is settled below.
 */
@NullMarked
package dev.pannier.kubernetes.api;

import org.jspecify.annotations.NullMarked;
