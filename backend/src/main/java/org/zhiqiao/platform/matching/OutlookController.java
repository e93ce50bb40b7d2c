package org.zhiqiao.platform.matching;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;

/** How a need could find more people. */
@RestController
@RequestMapping("/api")
class OutlookController {

	private final OutlookService outlook;

	private final CurrentActor actor;

	OutlookController(OutlookService outlook, CurrentActor actor) {
		this.outlook = outlook;
		this.actor = actor;
	}

	/** Which musts leave out how many people, and who is just outside them. */
	@GetMapping("/demands/{id}/outlook")
	@PreAuthorize(MatchController.POSTING)
	Outlook outlook(@PathVariable long id) {
		return this.outlook.outlook(id, this.actor.required());
	}

}
