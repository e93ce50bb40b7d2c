package org.zhiqiao.platform.notification;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.zhiqiao.platform.problem.ProblemException;

/**
 * Tells open browser tabs at once that something is new, and how much is unread; never what. The server is one process (see the
 * decision), so whoever waits waits here. A tab that misses a word learns of it at the next one: each says how things stand.
 */
@Component
class Streams implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Streams.class);

	/** When a tab may come back whose place is taken. */
	private static final Duration LATER = Duration.ofMinutes(1);

	private final NotificationTable notices;

	private final Readers readers;

	private final NotificationSettings settings;

	private final Clock clock;

	private final List<Stream> open = new CopyOnWriteArrayList<>();

	private volatile boolean running;

	Streams(NotificationTable notices, Readers readers, NotificationSettings settings, Clock clock) {
		this.notices = notices;
		this.readers = readers;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Opens a stream and tells how things stand. It takes the place of the account's oldest one if there are enough: a page that was
	 * left is noticed only at the next beat, and must not keep out the page that came after it.
	 *
	 * @throws ProblemException if there are enough of all accounts together
	 */
	SseEmitter open(long account, String session) {
		var stream = new Stream(account, session, new SseEmitter(0L), this.clock.instant());
		synchronized (this.open) {
			List<Stream> before = of(account);
			boolean replaces = before.size() >= this.settings.streams().perAccount();
			if (!this.running || (!replaces && this.open.size() >= this.settings.streams().most())) {
				throw new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "too-many-streams").retryAfter(LATER);
			}
			if (replaces) {
				Stream oldest = before.getFirst();
				this.open.remove(oldest);
				Thread.startVirtualThread(() -> {
					oldest.send(SseEmitter.event().name("replaced").data(""));
					oldest.emitter.complete();
				});
			}
			this.open.add(stream);
		}
		stream.emitter.onCompletion(() -> this.open.remove(stream));
		stream.emitter.onTimeout(() -> this.open.remove(stream));
		stream.emitter.onError(_ -> this.open.remove(stream));
		stream.send(SseEmitter.event().reconnectTime(5_000).name("unread").data(unread(account)));
		return stream.emitter;
	}

	int count() {
		return this.open.size();
	}

	private List<Stream> of(long account) {
		return this.open.stream().filter(stream -> stream.account == account).toList();
	}

	@Async
	@TransactionalEventListener
	void onChange(Notifications.UnreadChanged changed) {
		List<Stream> waiting = stillSignedIn(changed.accountId(), of(changed.accountId()));
		if (!waiting.isEmpty()) {
			var unread = unread(changed.accountId());
			waiting.forEach(stream -> stream.send(SseEmitter.event().name("unread").data(unread)));
		}
	}

	/** Keeps streams alive on their way through proxies, and ends those whose session or time is over. */
	@Scheduled(initialDelay = 15_000, fixedDelay = 15_000)
	void beat() {
		Instant oldest = this.clock.instant().minus(this.settings.streams().life());
		Map<Long, List<Stream>> all = this.open.stream().collect(Collectors.groupingBy(stream -> stream.account));
		all.forEach((account, streams) -> {
			for (Stream stream : stillSignedIn(account, streams)) {
				if (stream.since.isBefore(oldest)) {
					end(stream);
				} else {
					// Each on a thread of its own: one that reads slowly holds up no other.
					Thread.startVirtualThread(stream::beat);
				}
			}
		});
	}

	private List<Stream> stillSignedIn(long account, Collection<Stream> streams) {
		if (streams.isEmpty()) {
			return List.of();
		}
		Set<String> signedIn = this.readers.open(account, streams.stream().map(stream -> stream.session).toList());
		streams.stream().filter(stream -> !signedIn.contains(stream.session)).forEach(this::end);
		return streams.stream().filter(stream -> signedIn.contains(stream.session)).toList();
	}

	private void end(Stream stream) {
		this.open.remove(stream);
		stream.emitter.complete();
	}

	private UnreadNotices unread(long account) {
		return new UnreadNotices(this.notices.countShown(account, true));
	}

	@Override
	public void start() {
		this.running = true;
	}

	/** Before the web server waits for open requests to end, which these never would. */
	@Override
	public void stop() {
		synchronized (this.open) {
			this.running = false;
		}
		List.copyOf(this.open).forEach(this::end);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** How many notices somebody has not read. */
	record UnreadNotices(long unread) {}

	private final class Stream {

		private final long account;

		private final String session;

		private final SseEmitter emitter;

		private final Instant since;

		private final AtomicBoolean beating = new AtomicBoolean();

		private Stream(long account, String session, SseEmitter emitter, Instant since) {
			this.account = account;
			this.session = session;
			this.emitter = emitter;
			this.since = since;
		}

		/** Not while the one before is still on its way: threads would pile up behind a tab that reads nothing. */
		private void beat() {
			if (this.beating.compareAndSet(false, true)) {
				try {
					send(SseEmitter.event().comment(""));
				} finally {
					this.beating.set(false);
				}
			}
		}

		private void send(SseEmitter.SseEventBuilder event) {
			try {
				this.emitter.send(event);
			} catch (IOException | IllegalStateException gone) {
				log.debug("A stream of account {} has ended", this.account, gone);
				Streams.this.open.remove(this);
			}
		}

	}

}
