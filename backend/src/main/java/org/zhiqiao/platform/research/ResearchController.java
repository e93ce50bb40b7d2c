package org.zhiqiao.platform.research;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.problem.IfMatch;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.research.ResearchService.NeedCluster;
import org.zhiqiao.platform.research.ResearchService.ResearchEntries;
import org.zhiqiao.platform.research.ResearchService.ResearchPage;
import org.zhiqiao.platform.research.ResearchTable.Wanted;
import org.zhiqiao.platform.research.ResearchViews.ResearchEntry;
import org.zhiqiao.platform.research.ResearchViews.ResearchView;

/** Studies and guides on the web. */
@RestController
@RequestMapping("/api/research")
class ResearchController {

	private static final String WRITING = "hasAnyRole('INFORMATION_OFFICER','CITY_OFFICER','PROVINCIAL_OFFICER')";

	private static final String GROUPING = "hasAnyRole('CITY_OFFICER','PROVINCIAL_OFFICER')";

	private static final String REVIEWING = "hasAnyRole('PROVINCIAL_OFFICER','ADMINISTRATOR')";

	private static final String EITHER = "hasAnyRole('INFORMATION_OFFICER','CITY_OFFICER','PROVINCIAL_OFFICER','ADMINISTRATOR')";

	/** A file never changes under its key; yet one that is withdrawn is to be gone within the hour. */
	private static final CacheControl OPEN = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

	private static final int WORDS = 8;

	private final ResearchService research;

	private final PdfFiles files;

	private final CurrentActor actor;

	ResearchController(ResearchService research, PdfFiles files, CurrentActor actor) {
		this.research = research;
		this.files = files;
		this.actor = actor;
	}

	/**
	 * What the public reads, the latest first.
	 * @param person the number of a profile
	 * @param q words that all have to occur in title or text
	 */
	@GetMapping
	@PreAuthorize("permitAll()")
	ResearchPage list(@RequestParam String kind, @RequestParam(required = false) @Nullable @Size(max = 40) String theme,
			@RequestParam(required = false) @Nullable Long person,
			@RequestParam(required = false) @Nullable @Size(max = 200) String q,
			@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		var wanted = ResearchKind.of(kind).orElseThrow(() -> new InvalidInput("/kind", "unknown-code", kind));
		var words = Arrays.stream(Objects.requireNonNullElse(given(q), "").strip().split("[\\s，。、；]+"))
				.filter(word -> !word.isEmpty())
				.limit(WORDS)
				.toList();
		return this.research.list(new Wanted(wanted, given(theme), person, words), page, size,
				this.actor.get().orElse(null));
	}

	private static @Nullable String given(@Nullable String value) {
		return (value == null || value.isBlank()) ? null : value;
	}

	/** One of them; the last edition, or an earlier one. */
	@GetMapping("/{id}")
	@PreAuthorize("permitAll()")
	ResearchView read(@PathVariable long id, @RequestParam(required = false) @Nullable Integer edition) {
		return this.research.read(id, edition, this.actor.get().orElse(null));
	}

	/** What the reader wrote. */
	@GetMapping("/mine")
	@PreAuthorize(WRITING)
	ResearchEntries mine(@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		return this.research.mine(this.actor.required(), page, size);
	}

	/** What waits for review, what was handed in first first. */
	@GetMapping("/review-queue")
	@PreAuthorize(REVIEWING)
	ResearchEntries reviewQueue(@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		return this.research.reviewQueue(this.actor.required(), page, size);
	}

	/** Open needs grouped by the field they ask for: where a guide can begin. */
	@GetMapping("/clusters")
	@PreAuthorize(GROUPING)
	List<NeedCluster> clusters(@RequestParam(required = false) @Nullable @Size(max = 40) String industry,
			@RequestParam(required = false) @Nullable @Size(max = 40) String city,
			@RequestParam(required = false) @Nullable @Size(max = 2) String country) {
		return this.research.clusters(given(industry), given(city), given(country), this.actor.required());
	}

	/** What is being written, for its author and those who review. */
	@GetMapping("/{id}/entry")
	@PreAuthorize(EITHER)
	ResponseEntity<ResearchEntry> entry(@PathVariable long id) {
		return tagged(this.research.entry(id, this.actor.required()));
	}

	/** A new one, as a draft. */
	@PostMapping
	@PreAuthorize(WRITING)
	ResponseEntity<ResearchEntry> write(@RequestBody SaveResearch save) {
		var entry = this.research.write(save, this.actor.required());
		return ResponseEntity.created(URI.create("/api/research/" + entry.id() + "/entry"))
				.eTag(IfMatch.tag(entry.version()))
				.body(entry);
	}

	@PutMapping("/{id}")
	@PreAuthorize(EITHER)
	ResponseEntity<ResearchEntry> rewrite(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody SaveResearch save) {
		return tagged(this.research.rewrite(id, IfMatch.version(version), save, this.actor.required()));
	}

	/** Throws away what the public never read. */
	@DeleteMapping("/{id}")
	@PreAuthorize(WRITING)
	ResponseEntity<Void> delete(@PathVariable long id) {
		this.research.delete(id, this.actor.required());
		return ResponseEntity.noContent().build();
	}

	/** Hands it to the administration. */
	@PostMapping("/{id}/submit")
	@PreAuthorize(WRITING)
	ResponseEntity<ResearchEntry> submit(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
		return tagged(this.research.submit(id, IfMatch.version(version), this.actor.required()));
	}

	/** Lets the public read it. */
	@PostMapping("/{id}/publish")
	@PreAuthorize(REVIEWING)
	ResponseEntity<ResearchEntry> publish(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
		return tagged(this.research.publish(id, IfMatch.version(version), this.actor.required()));
	}

	/** Gives it back with remarks. */
	@PostMapping("/{id}/return")
	@PreAuthorize(REVIEWING)
	ResponseEntity<ResearchEntry> giveBack(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody @Valid ResearchRemarks why) {
		return tagged(this.research.giveBack(id, IfMatch.version(version), why.remarks().strip(),
				this.actor.required()));
	}

	/** Takes it from the public. */
	@PostMapping("/{id}/withdraw")
	@PreAuthorize(EITHER)
	ResponseEntity<Void> withdraw(@PathVariable long id, @RequestBody @Valid ResearchRemarks why) {
		this.research.withdraw(id, why.remarks().strip(), this.actor.required());
		return ResponseEntity.noContent().build();
	}

	/** Takes a PDF file for a study. */
	@PostMapping(path = "/pdf", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@PreAuthorize(EITHER)
	@ResponseStatus(HttpStatus.CREATED)
	PdfFiles.PdfView take(@RequestParam MultipartFile file) throws IOException {
		this.files.mustBeSmallEnough(file.getSize());
		return this.files.take(file.getBytes(), file.getOriginalFilename(), this.actor.required());
	}

	/** The file: to be kept, not to be opened within the platform's own pages, where what is hidden in it could act. */
	@GetMapping("/pdf/{key}")
	@PreAuthorize("permitAll()")
	ResponseEntity<byte[]> pdf(@PathVariable String key) {
		var given = this.files.give(key, this.actor.get().orElse(null));
		return ResponseEntity.ok()
				.cacheControl(given.open() ? OPEN : CacheControl.noCache().cachePrivate())
				.contentType(MediaType.APPLICATION_PDF)
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment()
								.filename(given.fileName(), StandardCharsets.UTF_8)
								.build()
								.toString())
				.header("Content-Security-Policy", "default-src 'none'; sandbox")
				.header("X-Content-Type-Options", "nosniff")
				.body(given.content().getByteArray());
	}

	private static ResponseEntity<ResearchEntry> tagged(ResearchEntry entry) {
		return ResponseEntity.ok().eTag(IfMatch.tag(entry.version())).body(entry);
	}

	/** What is to be changed, or why it is taken from the public. */
	record ResearchRemarks(@NotBlank @Size(max = ResearchCheck.REMARKS) String remarks) {

	}

}
