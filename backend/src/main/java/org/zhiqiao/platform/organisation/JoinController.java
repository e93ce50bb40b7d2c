package org.zhiqiao.platform.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who acts for organisations, and who asks to. */
@RestController
@RequestMapping("/api")
class JoinController {

	private static final String DECIDING = "hasAnyRole('FIRM', 'CITY_OFFICER', 'PROVINCIAL_OFFICER')";

	private final Joining joining;

	JoinController(Joining joining) {
		this.joining = joining;
	}

	/** Asks to act for an organisation. */
	@PostMapping("/organisations/{id}/join-requests")
	@PreAuthorize("hasRole('FIRM')")
	ResponseEntity<JoinRequestView> ask(@PathVariable long id, @Valid @RequestBody AskToJoin given) {
		String message = given.message();
		JoinRequestView asked = this.joining.ask(id, message == null || message.isBlank() ? null : message.strip());
		return ResponseEntity.created(URI.create("/api/join-requests/mine")).body(asked);
	}

	/** Who acts for an organisation. */
	@GetMapping("/organisations/{id}/members")
	@PreAuthorize("hasAnyRole('FIRM', 'CITY_OFFICER', 'PROVINCIAL_OFFICER', 'INFORMATION_OFFICER', 'ADMINISTRATOR')")
	List<JoinRequestView.Member> members(@PathVariable long id) {
		return this.joining.members(id);
	}

	/** No longer acts for the organisation. */
	@DeleteMapping("/account/organisation")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("hasRole('FIRM')")
	void leave() {
		this.joining.leave();
	}

	/** What waits for the reader's decision. */
	@GetMapping("/join-requests")
	@PreAuthorize(DECIDING)
	Joining.JoinRequestPage waiting(@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		return this.joining.waiting(page, size);
	}

	/** The reader's own requests, the latest first. */
	@GetMapping("/join-requests/mine")
	@PreAuthorize("hasRole('FIRM')")
	List<JoinRequestView> mine() {
		return this.joining.mine();
	}

	/** Takes one's own request back. */
	@PostMapping("/join-requests/{id}/withdraw")
	@PreAuthorize("hasRole('FIRM')")
	JoinRequestView withdraw(@PathVariable long id) {
		return this.joining.withdraw(id);
	}

	/** Lets somebody act for the organisation. */
	@PostMapping("/join-requests/{id}/accept")
	@PreAuthorize(DECIDING)
	JoinRequestView accept(@PathVariable long id) {
		return this.joining.accept(id);
	}

	/** Refuses a request, with the reason. */
	@PostMapping("/join-requests/{id}/refuse")
	@PreAuthorize(DECIDING)
	JoinRequestView refuse(@PathVariable long id, @Valid @RequestBody RefuseToJoin why) {
		return this.joining.refuse(id, why.reason().strip());
	}

	/**
	 * Asks to join.
	 *
	 * @param message what the person says of themselves
	 */
	record AskToJoin(@Nullable @Size(max = 1000) String message) {}

	/** Why a request is refused. */
	record RefuseToJoin(@NotBlank @Size(max = 1000) String reason) {}

}
