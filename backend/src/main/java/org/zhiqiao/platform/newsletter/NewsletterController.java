package org.zhiqiao.platform.newsletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.problem.IfMatch;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.Texts;

/** Newsletters on the web: one's own, and those of visitors. */
@RestController
@RequestMapping("/api/newsletters")
class NewsletterController {

	private final Newsletters newsletters;

	private final CurrentActor actor;

	NewsletterController(Newsletters newsletters, CurrentActor actor) {
		this.newsletters = newsletters;
		this.actor = actor;
	}

	/** One's own, the newest first. */
	@GetMapping
	@PreAuthorize("isAuthenticated()")
	NewsletterList own() {
		return new NewsletterList(
				this.newsletters.of(this.actor.required()).stream().map(NewsletterView::of).toList());
	}

	@PostMapping
	@PreAuthorize("isAuthenticated()")
	ResponseEntity<NewsletterView> subscribe(@Valid @RequestBody Subscribe wanted) {
		Newsletter made = this.newsletters.subscribe(this.actor.required(), new Newsletters.Wanted(wanted.source(),
				wanted.name(), wanted.query(), wanted.rhythm(), wanted.weekday()));
		return ResponseEntity.created(URI.create("/api/newsletters/" + made.id()))
				.eTag(IfMatch.tag(made.version()))
				.body(NewsletterView.of(made));
	}

	@PutMapping("/{id}")
	@PreAuthorize("isAuthenticated()")
	ResponseEntity<NewsletterView> change(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@Valid @RequestBody ChangeNewsletter wanted) {
		Newsletter changed = this.newsletters.change(this.actor.required(), id, IfMatch.version(version),
				new Newsletters.Change(wanted.name(), wanted.rhythm(), wanted.weekday(), wanted.active()));
		return ResponseEntity.ok().eTag(IfMatch.tag(changed.version())).body(NewsletterView.of(changed));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("isAuthenticated()")
	void delete(@PathVariable long id) {
		this.newsletters.delete(this.actor.required(), id);
	}

	/** Asks by mail whether the address is the visitor's. */
	@PostMapping("/visitors")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@PreAuthorize("permitAll()")
	void ask(@Valid @RequestBody SubscribeAsVisitor wanted, HttpServletRequest request) {
		this.newsletters.ask(wanted.email(), Texts.language(wanted.language()),
				new Newsletters.Wanted(Source.TOPICS.code(), "", wanted.query(), wanted.rhythm(), wanted.weekday()),
				network(request.getRemoteAddr()));
	}

	/** A household or an office has a whole IPv6 network, of 64 bits. */
	private static String network(String address) {
		String[] groups = address.split(":", -1);
		return groups.length < 3
				? address
				: String.join(":", java.util.Arrays.copyOf(groups, Math.min(4, groups.length)));
	}

	@GetMapping("/confirm/{token}")
	@PreAuthorize("permitAll()")
	NewsletterLetter toConfirm(@PathVariable String token) {
		return NewsletterLetter.of(this.newsletters.toConfirm(token));
	}

	/** By a button: programs that open links in mails confirm nothing. */
	@PostMapping("/confirm/{token}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("permitAll()")
	void confirm(@PathVariable String token) {
		this.newsletters.confirm(token);
	}

	@GetMapping("/stop/{token}")
	@PreAuthorize("permitAll()")
	NewsletterLetter toStop(@PathVariable String token) {
		return NewsletterLetter
				.of(this.newsletters.toStop(token).orElseThrow(() -> new NotFound("newsletter-link", "")));
	}

	/** By the button of the page or of a mail program (RFC 8058); it may be pressed twice. */
	@PostMapping("/stop/{token}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("permitAll()")
	void stop(@PathVariable String token) {
		this.newsletters.stop(token);
	}

	/** All of somebody's newsletters. */
	record NewsletterList(List<NewsletterView> items) {}

	/**
	 * One of somebody's newsletters.
	 *
	 * @param weekday 1 (Monday) to 7, of a weekly one
	 * @param nextIssueAt none while it is stopped
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record NewsletterView(long id, int version, Source source, String name, String query, Rhythm rhythm,
			@Nullable Integer weekday, NewsletterState state, @Nullable Instant nextIssueAt, Instant createdAt) {

		static NewsletterView of(Newsletter one) {
			return new NewsletterView(one.id(), one.version(), one.source(), one.name(), one.query(), one.rhythm(),
					one.weekday() == null ? null : one.weekday().getValue(), one.state(), one.nextIssueAt(),
					one.createdAt());
		}

	}

	/** What whoever has the letter learns of a newsletter: not whose it is. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record NewsletterLetter(Source source, String name, String query, Rhythm rhythm, @Nullable Integer weekday) {

		static NewsletterLetter of(Newsletter one) {
			return new NewsletterLetter(one.source(), one.name(), one.query(), one.rhythm(),
					one.weekday() == null ? null : one.weekday().getValue());
		}

	}

	/** See {@link Newsletters.Wanted}. */
	record Subscribe(@NotNull @Size(max = 16) String source, @NotBlank @Size(max = 120) String name,
			@NotNull @Size(max = 1000) String query, @NotNull @Size(max = 10) String rhythm,
			@Nullable Integer weekday) {}

	/** What may be changed of a newsletter. */
	record ChangeNewsletter(@NotBlank @Size(max = 120) String name, @NotNull @Size(max = 10) String rhythm,
			@Nullable Integer weekday, boolean active) {}

	/** What a visitor wants; see {@link Newsletters.Wanted}. */
	record SubscribeAsVisitor(@NotBlank @Email @Size(max = 254) String email,
			@NotNull @Pattern(regexp = "zh-CN|en") String language, @NotNull @Size(max = 1000) String query,
			@NotNull @Size(max = 10) String rhythm, @Nullable Integer weekday) {}

}
