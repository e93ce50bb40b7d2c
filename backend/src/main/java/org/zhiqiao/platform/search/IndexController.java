package org.zhiqiao.platform.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.change.ChangeRelay;
import org.zhiqiao.platform.change.PendingChanges;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.IndexState;
import org.zhiqiao.search.IndexStatus;

/** The index, for administrators. */
@RestController
@RequestMapping("/api/index")
class IndexController {

	private final ExpertiseIndex index;

	private final Rebuilder rebuilder;

	private final ChangeRelay relay;

	private final AuditLog audit;

	private final TransactionTemplate transaction;

	IndexController(ExpertiseIndex index, Rebuilder rebuilder, ChangeRelay relay, AuditLog audit,
			PlatformTransactionManager transactions) {
		this.index = index;
		this.rebuilder = rebuilder;
		this.relay = relay;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
	}

	@GetMapping
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	IndexView status() {
		return IndexView.of(this.index.status(), this.rebuilder.progress(), this.relay.pending());
	}

	/** Begins to fill the index anew, unless that is under way; searches are answered meanwhile. */
	@PostMapping("/rebuild")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	IndexView rebuild() {
		this.transaction
				.executeWithoutResult(status -> this.audit.record("index.rebuild-requested", "index", null, null,
						Map.of("generation", this.index.status().generation())));
		this.rebuilder.request();
		return status();
	}

	/**
	 * How the index is.
	 *
	 * @param answering whether searches are answered
	 * @param reason why it needs a rebuild: {@code new}, {@code damaged}, {@code other-format},
	 * {@code other-thesaurus}, {@code other-model}
	 * @param stories articles, studies and guides
	 * @param model the sentence model; none where vectors are switched off
	 * @param vectored pieces that have their vector
	 * @param modelTrouble why matching goes on by words alone
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record IndexView(IndexState state, boolean answering, @Nullable String reason, @Nullable String detail,
			long experts, long demands, long stories, long pieces, long generation, int formatVersion,
			String thesaurusVersion,
			@Nullable String model, long vectored, @Nullable String modelTrouble, RebuildView rebuild,
			PendingChanges pending) {

		static IndexView of(IndexStatus status, Rebuilder.Progress progress, PendingChanges pending) {
			return new IndexView(status.state(), status.answering(), blankToNull(status.reason()),
					blankToNull(status.detail()), status.experts(), status.demands(), status.stories(), status.pieces(),
					status.generation(), status.formatVersion(), status.thesaurusVersion(),
					blankToNull(status.model()), status.vectored(), blankToNull(status.modelTrouble()),
					RebuildView.of(progress),
					pending);
		}

		private static @Nullable String blankToNull(String text) {
			return text.isBlank() ? null : text;
		}

	}

	/** The rebuild under way, or the last one since the start. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record RebuildView(boolean running, @Nullable Instant startedAt, @Nullable Instant finishedAt, long total,
			long done,
			@Nullable String failure) {

		static RebuildView of(Rebuilder.Progress progress) {
			return new RebuildView(progress.running(), progress.startedAt(), progress.finishedAt(), progress.total(),
					progress.done(), progress.failure());
		}

	}

}
