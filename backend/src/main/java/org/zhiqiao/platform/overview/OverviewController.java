package org.zhiqiao.platform.overview;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhiqiao.platform.demand.DemandCard;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.organisation.Organisations;

@RestController
@RequestMapping("/api/overview")
class OverviewController {

	private static final int RECENT = 6;

	private final Experts experts;

	private final Demands demands;

	private final Organisations organisations;

	OverviewController(Experts experts, Demands demands, Organisations organisations) {
		this.experts = experts;
		this.demands = demands;
		this.organisations = organisations;
	}

	/** The same for everybody: only what anybody may know is counted and shown. */
	@GetMapping
	@PreAuthorize("permitAll()")
	Overview overview() {
		Experts.Figures people = this.experts.figures();
		return new Overview(people.experts(), people.verified(), this.organisations.count(), this.demands.countOpen(),
				people.countries(), people.languages(), this.demands.latestOpen(RECENT, null));
	}

	/**
	 * Figures of the platform.
	 *
	 * @param experts people whom anybody may find
	 * @param verified those of them whose profile officials have checked
	 * @param organisations registered organisations
	 * @param openDemands published needs that are open
	 * @param countries with which those people have experience
	 * @param languages that those people speak
	 */
	record Overview(int experts, int verified, long organisations, long openDemands, int countries, int languages,
			List<DemandCard> recentDemands) {}

}
