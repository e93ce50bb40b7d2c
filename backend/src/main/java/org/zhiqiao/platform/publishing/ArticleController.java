package org.zhiqiao.platform.publishing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.problem.IfMatch;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.publishing.ArticleTable.Wanted;
import org.zhiqiao.platform.publishing.ArticleViews.ArticleView;
import org.zhiqiao.platform.publishing.ArticleViews.ManuscriptView;
import org.zhiqiao.platform.publishing.Articles.ArticlePage;
import org.zhiqiao.platform.publishing.Articles.ManuscriptPage;

/** Articles on the web. */
@RestController
@RequestMapping("/api/articles")
class ArticleController {

	static final String WRITING = "hasRole('INFORMATION_OFFICER')";

	static final String REVIEWING = "hasAnyRole('PROVINCIAL_OFFICER','ADMINISTRATOR')";

	static final String EITHER = "hasAnyRole('INFORMATION_OFFICER','PROVINCIAL_OFFICER','ADMINISTRATOR')";

	private static final int WORDS = 8;

	private final Articles articles;

	private final CurrentActor actor;

	ArticleController(Articles articles, CurrentActor actor) {
		this.articles = articles;
		this.actor = actor;
	}

	/**
	 * What the public may read, the latest first.
	 * @param q words that all have to occur in title or text
	 * @param person the number of a profile
	 */
	@GetMapping
	@PreAuthorize("permitAll()")
	ArticlePage list(@RequestParam(required = false) @Nullable String kind,
			@RequestParam(required = false) @Nullable String form,
			@RequestParam(required = false) @Nullable @Size(max = 2) String country,
			@RequestParam(required = false) @Nullable @Size(max = 40) String industry,
			@RequestParam(required = false) @Nullable Long organisation,
			@RequestParam(required = false) @Nullable Long person,
			@RequestParam(required = false) @Nullable @Size(max = 200) String q,
			@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			@RequestParam(defaultValue = "12") @Min(1) @Max(50) int size) {
		var kindWanted = given(kind)
				? ArticleKind.of(Objects.requireNonNull(kind))
						.orElseThrow(() -> new InvalidInput("/kind", "unknown-code", kind))
				: null;
		var formWanted = given(form)
				? ArticleForm.of(Objects.requireNonNull(form))
						.orElseThrow(() -> new InvalidInput("/form", "unknown-code", form))
				: null;
		var words = given(q)
				? Arrays.stream(Objects.requireNonNull(q).strip().split("[\\s，。、；]+"))
						.filter(word -> !word.isEmpty())
						.limit(WORDS)
						.toList()
				: List.<String>of();
		return this.articles.list(new Wanted(kindWanted, formWanted, given(country) ? country : null,
				given(industry) ? industry : null, organisation, person, words), page, size);
	}

	private static boolean given(@Nullable String value) {
		return value != null && !value.isBlank();
	}

	/** What the public reads of an article. */
	@GetMapping("/{id}")
	@PreAuthorize("permitAll()")
	ArticleView read(@PathVariable long id) {
		return this.articles.read(id, this.actor.get().orElse(null));
	}

	/** A new article, as a draft. */
	@PostMapping
	@PreAuthorize(WRITING)
	ResponseEntity<ManuscriptView> write(@RequestBody SaveArticle save) {
		var view = this.articles.write(save, this.actor.required());
		return ResponseEntity.created(URI.create("/api/articles/" + view.id() + "/manuscript"))
				.eTag(IfMatch.tag(view.version()))
				.body(view);
	}

	/** The reader's own articles. */
	@GetMapping("/mine")
	@PreAuthorize(WRITING)
	ManuscriptPage mine(@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		return this.articles.mine(this.actor.required(), page, size);
	}

	/** What waits for review, what is due first first. */
	@GetMapping("/review-queue")
	@PreAuthorize(REVIEWING)
	ManuscriptPage reviewQueue(@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		return this.articles.reviewQueue(this.actor.required(), page, size);
	}

	/** The manuscript, for its author and those who review. */
	@GetMapping("/{id}/manuscript")
	@PreAuthorize(EITHER)
	ResponseEntity<ManuscriptView> manuscript(@PathVariable long id) {
		return tagged(this.articles.manuscript(id, this.actor.required()));
	}

	/** Changes the manuscript. */
	@PutMapping("/{id}")
	@PreAuthorize(EITHER)
	ResponseEntity<ManuscriptView> rewrite(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody SaveArticle save) {
		return tagged(this.articles.rewrite(id, IfMatch.version(version), save, this.actor.required()));
	}

	/** Throws away a draft that was never published. */
	@DeleteMapping("/{id}")
	@PreAuthorize(WRITING)
	ResponseEntity<Void> delete(@PathVariable long id) {
		this.articles.delete(id, this.actor.required());
		return ResponseEntity.noContent().build();
	}

	/** Hands it to the administration. */
	@PostMapping("/{id}/submit")
	@PreAuthorize(WRITING)
	ResponseEntity<ManuscriptView> submit(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
		return tagged(this.articles.submit(id, IfMatch.version(version), this.actor.required()));
	}

	/** Lets the public read it. */
	@PostMapping("/{id}/publish")
	@PreAuthorize(REVIEWING)
	ResponseEntity<ManuscriptView> publish(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody @Valid PublishArticle publish) {
		return tagged(this.articles.publish(id, IfMatch.version(version),
				Objects.requireNonNullElse(publish.confirmed(), List.of()), this.actor.required()));
	}

	/** Gives it back with remarks. */
	@PostMapping("/{id}/return")
	@PreAuthorize(REVIEWING)
	ResponseEntity<ManuscriptView> giveBack(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody @Valid ReturnArticle why) {
		return tagged(this.articles.giveBack(id, IfMatch.version(version), why.remarks().strip(),
				this.actor.required()));
	}

	/** Takes it from the public. */
	@PostMapping("/{id}/withdraw")
	@PreAuthorize(EITHER)
	ResponseEntity<ManuscriptView> withdraw(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody @Valid WithdrawArticle why) {
		return tagged(this.articles.withdraw(id, IfMatch.version(version), why.reason().strip(),
				this.actor.required()));
	}

	private static ResponseEntity<ManuscriptView> tagged(ManuscriptView view) {
		return ResponseEntity.ok().eTag(IfMatch.tag(view.version())).body(view);
	}

	/**
	 * @param confirmed what looks like a person's own data and may be published, as it is written
	 */
	record PublishArticle(@Nullable @Size(max = 200) List<@Size(max = 100) String> confirmed) {

	}

	/** What is to be changed. */
	record ReturnArticle(@NotBlank @Size(max = ArticleCheck.REMARKS) String remarks) {

	}

	/** Why it is taken from the public. */
	record WithdrawArticle(@NotBlank @Size(max = ArticleCheck.REMARKS) String reason) {

	}

}
