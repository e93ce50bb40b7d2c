package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.matching.Relevance;
import org.zhiqiao.platform.panel.AssignmentView.Outcome;
import org.zhiqiao.platform.panel.AssignmentView.Reviewer;
import org.zhiqiao.platform.panel.AssignmentView.ServiceView;
import org.zhiqiao.platform.panel.AssignmentView.ShortageView;
import org.zhiqiao.platform.panel.solve.Assignment;
import org.zhiqiao.platform.panel.solve.AssignmentProblem;
import org.zhiqiao.platform.panel.solve.AssignmentProblem.Fit;
import org.zhiqiao.platform.panel.solve.AssignmentProblem.Person;
import org.zhiqiao.platform.panel.solve.AssignmentProblem.Recusal;
import org.zhiqiao.platform.panel.solve.AssignmentSolver;
import org.zhiqiao.platform.panel.solve.AssignmentSolver.Progress;
import org.zhiqiao.platform.panel.solve.Candidate;
import org.zhiqiao.platform.problem.NotAllowed;

/**
 * Spreads the items of a panel over reviewers in the background, one panel at a time, first for the item that is served worst,
 * then for all. What it found is a suggestion that is kept in memory only: after a restart it is simply asked for again.
 */
@Service
class AssignmentService {

	private static final Logger log = LoggerFactory.getLogger(AssignmentService.class);

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final int SEED = 1;

	private static final int POINT = 100;

	/** Panels whose last result is remembered. */
	private static final int REMEMBERED = 50;

	private final PanelService panels;

	private final PoolReader pools;

	private final Relevance relevance;

	private final AssignmentSolver solver;

	private final Clock clock;

	private final ExecutorService worker = Executors
			.newSingleThreadExecutor(Thread.ofPlatform().name("assignments").daemon().factory());

	private final Map<Long, Job> jobs = new LinkedHashMap<>();

	AssignmentService(PanelService panels, PoolReader pools, Relevance relevance, AssignmentSolver solver,
			Clock clock) {
		this.panels = panels;
		this.pools = pools;
		this.relevance = relevance;
		this.solver = solver;
		this.clock = clock;
	}

	/** One search and what is known of it; changed by the thread that searches, read by others. */
	private static final class Job {

		private final int reviewers;

		private final int most;

		private final Instant start;

		private volatile boolean stop;

		private volatile @Nullable Progress progress;

		private volatile @Nullable Outcome outcome;

		private volatile String state = "running";

		private volatile @Nullable Duration took;

		private Job(int reviewers, int most, Instant start) {
			this.reviewers = reviewers;
			this.most = most;
			this.start = start;
		}

	}

	/**
	 * Begins; one that goes on for the same panel is stopped.
	 * @param reviewers of each item
	 * @param most items of each reviewer
	 */
	AssignmentView start(long id, int reviewers, int most, Actor actor) {
		var panel = organised(id, actor);
		var job = new Job(reviewers, most, this.clock.instant());
		synchronized (this.jobs) {
			var before = this.jobs.remove(id);
			if (before != null) {
				before.stop = true;
			}
			this.jobs.put(id, job);
			var oldest = this.jobs.entrySet().iterator().next();
			if (this.jobs.size() > REMEMBERED) {
				oldest.getValue().stop = true;
				this.jobs.remove(oldest.getKey());
			}
		}
		this.worker.execute(() -> run(panel, job));
		return view(job);
	}

	AssignmentView look(long id, Actor actor) {
		organised(id, actor);
		var job = job(id);
		return (job != null) ? view(job) : new AssignmentView("none", null, null, null, null, null, null, null);
	}

	/** Ends the search with the best that was found so far. */
	AssignmentView stop(long id, Actor actor) {
		organised(id, actor);
		var job = job(id);
		if (job != null) {
			job.stop = true;
		}
		return look(id, actor);
	}

	private @Nullable Job job(long id) {
		synchronized (this.jobs) {
			return this.jobs.get(id);
		}
	}

	private Panel organised(long id, Actor actor) {
		var panel = this.panels.visible(id, actor);
		if (!panel.has(Duty.ORGANISER, actor.accountId())) {
			throw new NotAllowed("panel-duty");
		}
		return panel;
	}

	private void run(Panel panel, Job job) {
		if (job.stop) {
			job.state = "stopped";
			return;
		}
		try {
			var pool = this.pools.read(panel);
			var names = new HashMap<Long, String>();
			pool.people().forEach(person -> names.put(person.id(), person.name()));
			var problem = problem(panel.content(), pool, job);
			var found = this.solver.solve(problem, LIMIT, SEED, progress -> job.progress = progress, () -> job.stop);
			job.outcome = outcome(panel.content(), found, names, problem);
			job.state = found.stopped() ? "stopped" : "done";
		} catch (RuntimeException | Error failure) {
			// A solver that cannot even be loaded fails by an error. Whoever asked sees that it failed; why is for those who run the platform.
			log.error("Spreading the items of panel {} failed", panel.id(), failure);
			job.state = "failed";
		} finally {
			job.took = Duration.between(job.start, this.clock.instant());
		}
	}

	private AssignmentProblem problem(PanelContent content, Pool pool, Job job) {
		var items = content.items()
				.stream()
				.map(item -> new AssignmentProblem.Item(item.number(), job.reviewers))
				.toList();
		// A conflict keeps from the items it is about, not from all.
		var people = pool.people().stream().filter(AssignmentService::mayReview).toList();
		var all = new ArrayList<Fit>();
		var recusals = new HashSet<Recusal>();
		for (var item : content.items()) {
			var points = this.relevance.to(item.title(), item.fields());
			for (var person : people) {
				all.add(new Fit(item.number(), person.id(), (int) Math.min(Candidate.BEST,
						Math.round(points.getOrDefault(person.id(), 0.0) * POINT))));
			}
		}
		for (var person : people) {
			person.findings()
					.stream()
					.filter(ruled -> ruled.obstacle() != null)
					.forEach(ruled -> recusals.add(new Recusal(ruled.finding().item(), person.id())));
		}
		return new AssignmentProblem(items, people.stream().map(person -> new Person(person.id(), job.most)).toList(),
				all,
				recusals);
	}

	private static boolean mayReview(Pool.Person person) {
		return person.general()
				.stream()
				.allMatch(obstacle -> obstacle == Obstacle.CONFLICT || obstacle == Obstacle.UNDECIDED)
				&& person.ofGroups().stream().anyMatch(Set::isEmpty);
	}

	private static Outcome outcome(PanelContent content, Assignment found, Map<Long, String> names,
			AssignmentProblem problem) {
		var titles = new HashMap<Long, String>();
		content.items().forEach(item -> titles.put((long) item.number(), item.title()));
		var fits = new HashMap<Long, Map<Long, Integer>>();
		problem.fits()
				.forEach(fit -> fits.computeIfAbsent(fit.item(), _ -> new HashMap<>()).put(fit.person(), fit.fit()));
		return new Outcome(found.status().name().toLowerCase(Locale.ROOT), points(found.worst()), found.worstGap(),
				points(found.total()), found.totalGap(),
				found.services()
						.stream()
						.map(service -> new ServiceView((int) service.item(), titles.getOrDefault(service.item(), ""),
								points(service.fit()),
								service.people()
										.stream()
										.map(person -> new Reviewer(person, names.getOrDefault(person, ""),
												points(fits.getOrDefault(service.item(), Map.of())
														.getOrDefault(person, 0))))
										.toList()))
						.toList(),
				found.shortages()
						.stream()
						.map(shortage -> new ShortageView(
								shortage.items().stream().map(item -> titles.getOrDefault(item, "")).toList(),
								shortage.needed(), shortage.available()))
						.toList());
	}

	private AssignmentView view(Job job) {
		var progress = job.progress;
		var took = job.took;
		var elapsed = (took != null) ? took : Duration.between(job.start, this.clock.instant());
		return new AssignmentView(job.state, job.reviewers, job.most,
				(progress != null) ? progress.stage().name().toLowerCase(Locale.ROOT) : null,
				(progress != null) ? (Double) points(progress.objective()) : null,
				(progress != null) ? (Double) points(progress.bound()) : null, elapsed.toMillis() / 1000.0,
				job.outcome);
	}

	private static double points(long value) {
		return Math.round((double) value * 10 / POINT) / 10.0;
	}

	@PreDestroy
	void close() {
		synchronized (this.jobs) {
			this.jobs.values().forEach(job -> job.stop = true);
		}
		this.worker.shutdownNow();
	}

}
