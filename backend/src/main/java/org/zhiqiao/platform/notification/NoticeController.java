package org.zhiqiao.platform.notification;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
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
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.zhiqiao.platform.problem.IfMatch;
import org.zhiqiao.platform.problem.NotAllowed;

/** One's own notices, and how one wants to be told. A principal's name is the number of its account. */
@RestController
@RequestMapping("/api/notifications")
@PreAuthorize("isAuthenticated()")
class NoticeController {

	private final Notices notices;

	private final Streams streams;

	NoticeController(Notices notices, Streams streams) {
		this.notices = notices;
		this.streams = streams;
	}

	@GetMapping
	Notices.NoticePage page(Principal reader, @RequestParam(defaultValue = "false") boolean unread,
			@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		return this.notices.page(account(reader), unread, page, size);
	}

	@GetMapping("/unread")
	Streams.UnreadNotices unread(Principal reader) {
		return this.notices.unread(account(reader));
	}

	/**
	 * Says at once that something is new and how much is unread, for as long as the session goes on: events {@code unread} with
	 * {@code {"unread": 3}}. For browsers alone, which have a session.
	 */
	@GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter stream(Principal reader, HttpServletRequest request, HttpServletResponse response) {
		HttpSession session = request.getSession(false);
		if (session == null) {
			throw new NotAllowed("session-only");
		}
		SseEmitter stream = this.streams.open(account(reader), session.getId());
		// A proxy that collects answers before it passes them on would pass on nothing.
		response.setHeader("X-Accel-Buffering", "no");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, no-transform");
		return stream;
	}

	@PostMapping("/{id}/read")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void read(Principal reader, @PathVariable long id) {
		this.notices.read(account(reader), id);
	}

	/** Marks all as read up to the newest one that the reader has seen. */
	@PostMapping("/read")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void readUpTo(Principal reader, @Valid @RequestBody ReadUpTo wanted) {
		this.notices.readUpTo(account(reader), wanted.newest());
	}

	@GetMapping("/settings")
	ResponseEntity<Notices.NoticeSettings> settings(Principal reader) {
		return tagged(this.notices.settings(account(reader)));
	}

	@PutMapping("/settings")
	ResponseEntity<Notices.NoticeSettings> save(Principal reader,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@Valid @RequestBody ChooseNotices wanted) {
		return tagged(this.notices.save(account(reader), IfMatch.version(version),
				new Notices.SaveSettings(wanted.timeZone(), wanted.quietFrom(), wanted.quietTo(),
						wanted.choices()
								.stream()
								.map(one -> new Notices.NoticeChoiceView(one.topic(), one.inApp(), one.mail()))
								.toList())));
	}

	private static ResponseEntity<Notices.NoticeSettings> tagged(Notices.NoticeSettings settings) {
		return ResponseEntity.ok().eTag(IfMatch.tag(settings.version())).body(settings);
	}

	private static long account(Principal reader) {
		return Long.parseLong(reader.getName());
	}

	/** @param newest the number of a notice */
	record ReadUpTo(@NotNull @Positive Long newest) {}

	/**
	 * How somebody wants to be told; a topic that is not named is told as it is to everybody.
	 *
	 * @param timeZone IANA, such as {@code Europe/Berlin}; none for the one that follows from the profile
	 * @param quietFrom such as {@code 22:00}; the quiet may last over midnight
	 */
	record ChooseNotices(@Nullable @Size(max = 60) String timeZone, @Nullable @Size(max = 5) String quietFrom,
			@Nullable @Size(max = 5) String quietTo,
			@NotNull @Size(max = 10) List<@NotNull @Valid ChooseNotice> choices) {}

	/**
	 * How somebody wants to be told of a topic.
	 *
	 * @param topic {@code needs}, {@code invitations}, {@code panels}, {@code cooperation} or {@code account}
	 * @param mail {@code at-once}, {@code digest} or {@code never}
	 */
	record ChooseNotice(@NotNull @Size(max = 20) String topic, boolean inApp, @NotNull @Size(max = 10) String mail) {}

}
