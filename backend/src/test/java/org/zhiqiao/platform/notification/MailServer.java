package org.zhiqiao.platform.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server on this machine's loopback, on whatever port is free. */
public final class MailServer implements AutoCloseable {

	static final String USER = "zhiqiao";

	static final String PASSWORD = "silver pond at noon";

	private final BlockingQueue<MimeMessage> taken = new LinkedBlockingQueue<>();

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private final Set<String> refused = ConcurrentHashMap.newKeySet();

	private final SMTPServer server;

	/** Takes mail from everybody. */
	public MailServer() {
		this(null, false);
	}

	/**
	 * With keys, takes mail only over TLS from whoever knows the password.
	 * @param fromTheStart whether the connection is encrypted at once; otherwise after STARTTLS
	 */
	MailServer(@Nullable SSLContext keys, boolean fromTheStart) {
		SMTPServer.Builder builder = SMTPServer.port(0)
				.bindAddress(InetAddress.getLoopbackAddress())
				.hostName("mail.example.org")
				.messageHandlerFactory(_ -> new Taking());
		if (keys != null) {
			if (fromTheStart) {
				builder.serverSocketFactory(keys);
			} else {
				builder.enableTLS().requireTLS().startTlsSocketFactory(keys);
			}
			builder.requireAuth()
					.authenticationHandlerFactory(
							new EasyAuthenticationHandlerFactory((user, password, _) -> {
								if (!USER.equals(user) || !PASSWORD.equals(password)) {
									throw new LoginFailedException("535 5.7.8 Wrong user or password");
								}
							}));
		}
		this.server = builder.build();
		this.server.start();
	}

	public int port() {
		return this.server.getPortAllocated();
	}

	/** Says no to a recipient, for good. */
	void refuse(String recipient) {
		this.refused.add(recipient);
	}

	void forgive(String recipient) {
		this.refused.remove(recipient);
	}

	/** Every recipient that somebody wanted to write to, also those refused. */
	List<String> asked() {
		return List.copyOf(this.asked);
	}

	/** The next mail; waits for it, but not for ever. */
	public MimeMessage next() {
		try {
			MimeMessage next = this.taken.poll(60, TimeUnit.SECONDS);
			if (next == null) {
				throw new AssertionError("No mail arrived");
			}
			return next;
		} catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(stopped);
		}
	}

	boolean hasMore() {
		return !this.taken.isEmpty();
	}

	@Override
	public void close() {
		this.server.stop();
	}

	private final class Taking implements MessageHandler {

		@Override
		public void from(String sender) {}

		@Override
		public void recipient(String recipient) throws RejectException {
			MailServer.this.asked.add(recipient);
			if (MailServer.this.refused.contains(recipient)) {
				throw new RejectException(550, "5.1.1 No such user here");
			}
		}

		@Override
		public @Nullable String data(InputStream content) throws IOException, RejectException {
			try {
				MailServer.this.taken.add(new MimeMessage(Session.getInstance(new Properties()),
						new ByteArrayInputStream(content.readAllBytes())));
			} catch (MessagingException unreadable) {
				throw new RejectException(554, unreadable.toString());
			}
			return null;
		}

		@Override
		public void done() {}

	}

}
