package dev.pannier.engine.problem;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Says why the disk refused, in words. */
public final class DiskReason {

  private DiskReason() {}

  /** The end of a sentence, without a dot: {@code permission denied}. */
  public static String of(Exception refusal) {
    return switch (refusal) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "it does not exist";
      case FileAlreadyExistsException _ -> "a file is in the way";
      case UncheckedIOException e when e.getCause() != null -> of(e.getCause());
      case FileSystemLoopException _ -> "its links go round in a circle";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> String.valueOf(refusal.getMessage());
    };
  }
}
