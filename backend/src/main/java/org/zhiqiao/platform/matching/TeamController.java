package org.zhiqiao.platform.matching;

import java.util.List;
import java.util.Set;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;

/** Teams for needs that no single person covers. */
@RestController
@RequestMapping("/api")
class TeamController {

	/** Nobody puts together more by hand. */
	private static final int CHOSEN = 50;

	private final TeamService teams;

	private final CurrentActor actor;

	TeamController(TeamService teams, CurrentActor actor) {
		this.teams = teams;
		this.actor = actor;
	}

	/** The fewest people who together cover what a need asks for; some may be set, others left out. */
	@GetMapping("/demands/{id}/team")
	@PreAuthorize(MatchController.POSTING)
	TeamView team(@PathVariable long id, @RequestParam(defaultValue = "") @Size(max = CHOSEN) List<@NotNull Long> keep,
			@RequestParam(defaultValue = "") @Size(max = CHOSEN) List<@NotNull Long> without) {
		return this.teams.team(id, this.actor.required(), keep, Set.copyOf(without));
	}

}
