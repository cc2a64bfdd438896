package org.plainclaim.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.jspecify.annotations.Nullable;

/** One login at an SFTP server, with nothing taken from the home of whoever runs the program. */
final class SftpConnection implements AutoCloseable {
    private final SshClient client;
    private final SftpClient sftp;

    private SftpConnection(SshClient client, SftpClient sftp) {
        this.client = client;
        this.sftp = sftp;
    }

    SftpClient sftp() {
        return sftp;
    }

    static SftpConnection open(SftpAccess access, Limits limits) throws IOException {
        SshClient client = client(access, limits);
        boolean open = false;
        try {
            client.start();
            ClientSession session = client.connect(access.user(), access.host(), access.port())
                    .verify(limits.connect())
                    .getSession();
            identify(session, access);
            session.auth().verify(limits.connect());
            SftpConnection connection =
                    new SftpConnection(client, SftpClientFactory.instance().createSftpClient(session));
            open = true;
            return connection;
        } catch (IOException e) {
            throw refusal(access, e);
        } finally {
            if (!open) {
                client.stop();
            }
        }
    }

    private static SshClient client(SftpAccess access, Limits limits) {
        SshClient client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setAgentFactory(null);
        client.setServerKeyVerifier(
                new KnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE, access.knownHosts()));
        CoreModuleProperties.IO_CONNECT_TIMEOUT.set(client, limits.connect());
        CoreModuleProperties.AUTH_TIMEOUT.set(client, limits.connect());
        CoreModuleProperties.IDLE_TIMEOUT.set(client, limits.reply());
        CoreModuleProperties.NIO2_READ_TIMEOUT.set(client, limits.reply().plus(limits.connect()));
        return client;
    }

    private static void identify(ClientSession session, SftpAccess access) throws IOException {
        byte[] secret = Files.readAllBytes(access.secret());
        String text = new String(secret, StandardCharsets.UTF_8).strip();
        if (!text.startsWith("-----BEGIN")) {
            session.addPasswordIdentity(text);
            return;
        }
        try {
            Iterable<KeyPair> keys = SecurityUtils.loadKeyPairIdentities(
                    session,
                    NamedResource.ofName("the secret of the partner"),
                    new ByteArrayInputStream(secret),
                    FilePasswordProvider.EMPTY);
            for (KeyPair key : keys) {
                session.addPublicKeyIdentity(key);
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new LoginRefusedException("the secret is a private key that can not be read");
        }
    }

    /** Tells what will not get better by trying again from what may. */
    private static IOException refusal(SftpAccess access, IOException failed) {
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof LoginRefusedException refused) {
                return refused;
            }
            if (cause instanceof SshException ssh) {
                if (ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_HOST_KEY_NOT_VERIFIABLE) {
                    return new LoginRefusedException("the key of " + access.host()
                            + " is not the one in known_hosts; ask the partner, not the network");
                }
                if (ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
                    return new LoginRefusedException(access.host() + " does not accept user and secret");
                }
            }
        }
        return failed;
    }

    @Override
    public void close() {
        client.stop();
    }
}
