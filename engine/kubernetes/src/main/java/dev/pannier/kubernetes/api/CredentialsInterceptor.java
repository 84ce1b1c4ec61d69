package dev.pannier.kubernetes.api;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.concurrent.CompletableFuture;

/** Shows credentials with each request, and once others where the server does not accept them. */
public final class CredentialsInterceptor implements Interceptor {

  private static final String HEADER = "Authorization";

  private final Credentials credentials;

  /** An interceptor. */
  public CredentialsInterceptor(Credentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    credentials.authorization().ifPresent(value -> builder.setHeader(HEADER, value));
  }

  @Override
  public CompletableFuture<Boolean> afterFailure(
      BasicBuilder builder, HttpResponse<?> response, RequestTags tags) {
    if (response.code() != 401) {
      return CompletableFuture.completedFuture(false);
    }
    String refused = credentials.authorization().orElse("");
    return CompletableFuture.supplyAsync(() -> {
      boolean renewed = credentials.renew(refused);
      if (renewed) {
        credentials.authorization().ifPresent(value -> builder.setHeader(HEADER, value));
      }
      return renewed;
    });
  }
}
