package org.plainclaim.transport;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;

/** What SFTP says in exceptions, as values. */
final class SftpFiles {
    private SftpFiles() {}

    /** What is known of a file; null if it is not there. */
    static @Nullable Attributes find(SftpClient sftp, String path) throws IOException {
        try {
            return sftp.stat(path);
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE
                    || e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_PATH) {
                return null;
            }
            throw e;
        }
    }

    static void folder(SftpClient sftp, String path) throws IOException {
        if (find(sftp, path) == null) {
            sftp.mkdir(path);
        }
    }

    /** Bytes of a file from a place on, fewer if it ends before. */
    static byte[] part(SftpClient sftp, String path, long from, int length) throws IOException {
        byte[] part = new byte[length];
        int read = 0;
        try (SftpClient.CloseableHandle handle = sftp.open(path, EnumSet.of(OpenMode.Read))) {
            int more = 0;
            while (read < length && more >= 0) {
                read += more;
                more = sftp.read(handle, from + read, part, read, length - read);
            }
        }
        return Arrays.copyOf(part, read);
    }
}
