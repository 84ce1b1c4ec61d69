package dev.pannier.cli.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Standard output. Who reads it through a pipe may stop before its end ({@code | head}): the rest
 * is then not wanted, and that is no error. Any other failure to write is one.
 */
public final class PipeOutput extends OutputStream {
  private final FileOutputStream out;
  private boolean closed;

  public PipeOutput(FileDescriptor descriptor) {
    out = new FileOutputStream(descriptor);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (closed) {
      return;
    }
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      closed = "Broken pipe".equals(e.getMessage());
      if (!closed) {
        throw e;
      }
    }
  }
}
