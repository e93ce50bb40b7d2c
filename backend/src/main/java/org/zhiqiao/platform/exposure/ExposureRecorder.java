package org.zhiqiao.platform.exposure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.zhiqiao.platform.BackgroundWork;
import org.zhiqiao.platform.matching.MatchesShown;
import org.zhiqiao.search.Audience;

/** Writes down who was shown, behind the reader's back so that nobody waits for it. */
@Component
class ExposureRecorder extends BackgroundWork {

	/** What fits on the first page of a ranking. */
	static final int TOP = 20;

	static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

	/** A year, and some days so that it can be compared with the one before. */
	static final int KEPT_DAYS = 400;

	private static final int WAITING = 1000;

	private static final Logger log = LoggerFactory.getLogger(ExposureRecorder.class);

	private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(WAITING);

	private final ExposureTable table;

	private final TransactionTemplate transactions;

	private final Clock clock;

	private LocalDate swept = LocalDate.EPOCH;

	private record Entry(LocalDate day, MatchesShown shown) {

		static final Entry WAKE = new Entry(LocalDate.EPOCH, new MatchesShown(0, 0, Audience.REGISTERED, List.of()));

	}

	ExposureRecorder(ExposureTable table, TransactionTemplate transactions, Clock clock) {
		super(Thread.ofPlatform().name("exposure").daemon());
		this.table = table;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** A count that is lost makes a figure a little smaller; a page that waits for it would be worse. */
	@EventListener
	void shown(MatchesShown shown) {
		if (!shown.places().isEmpty() && !this.waiting.offer(new Entry(today(), shown))) {
			log.warn("Too many rankings are being looked at; what was shown of need {} is not counted",
					shown.demandId());
		}
	}

	@Override
	protected void run() {
		while (isRunning() || !this.waiting.isEmpty()) {
			try {
				var entry = this.waiting.poll(1, TimeUnit.MINUTES);
				if (entry != null && !entry.equals(Entry.WAKE)) {
					write(entry);
				}
			} catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			} catch (RuntimeException trouble) {
				log.error("Could not write down who was shown", trouble);
			}
		}
	}

	private void write(Entry entry) {
		var people = entry.shown()
				.places()
				.stream()
				.map(place -> new ExposureTable.Seen(place.expertId(), place.place() <= TOP, place.values()))
				.toList();
		this.transactions.executeWithoutResult(_ -> {
			this.table.add(entry.day(), entry.shown().demandId(),
					new Attention.Asked(entry.shown().demandVersion(), entry.shown().audience()), people);
			if (entry.day().isAfter(this.swept)) {
				this.table.forgetBefore(entry.day().minusDays(KEPT_DAYS));
			}
		});
		this.swept = entry.day();
	}

	@Override
	protected void wake() {
		this.waiting.offer(Entry.WAKE);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock.withZone(HERE));
	}

}
