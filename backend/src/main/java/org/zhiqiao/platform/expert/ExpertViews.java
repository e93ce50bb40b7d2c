package org.zhiqiao.platform.expert;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.expert.ExpertDisclosure.Disclosed;
import org.zhiqiao.platform.expert.ExpertDisclosure.Sight;
import org.zhiqiao.platform.taxonomy.Concepts;

/** Gives what may be disclosed of an expert the form in which it leaves the server. */
@Component
class ExpertViews {

	private final ExpertDisclosure disclosure;

	private final Concepts concepts;

	private final RecordedEvidence recorded;

	private final Clock clock;

	ExpertViews(ExpertDisclosure disclosure, Concepts concepts, RecordedEvidence recorded, Clock clock) {
		this.disclosure = disclosure;
		this.concepts = concepts;
		this.recorded = recorded;
		this.clock = clock;
	}

	/** The profile, or nothing if the viewer may not see it. */
	@Nullable
	ExpertView view(Expert expert, Viewer viewer, boolean editable) {
		return this.disclosure.disclose(List.of(expert), viewer)
				.stream()
				.map((disclosed) -> view(disclosed, editable))
				.findFirst()
				.orElse(null);
	}

	/** Everything, for the person concerned. */
	ExpertView complete(Expert expert) {
		return view(this.disclosure.complete(expert), true);
	}

	/** The cards of those whom the viewer may see, in the order given. */
	List<ExpertCard> cards(Collection<Expert> experts, Viewer viewer) {
		return this.disclosure.disclose(experts, viewer).stream().map(this::card).toList();
	}

	private ExpertView view(Disclosed disclosed, boolean editable) {
		var expert = disclosed.expert();
		var profile = disclosed.profile();
		var basics = profile.basics();
		var expertise = profile.expertise();
		var offers = profile.offers();
		var inCharge = disclosed.sight().inCharge();
		var verification = expert.verification();
		return new ExpertView(expert.id(), expert.version(), expert.sample(), disclosed.sight() == Sight.SELF, editable,
				expert.state(),
				new Verification.View(verification.status(), verification.on(),
						inCharge ? verification.remark() : null),
				basics.names(), basics.title(), basics.summary(), profile.affiliations(),
				profile.background().degrees(),
				basics.residence(), profile.background().nationality(), this.concepts.refs(expertise.domains()),
				expertise.freeDomains(), expertise.industries(), profile.languages(), profile.countries(),
				expertise.competences(), profile.evidence(), recorded(disclosed), offers.offers(),
				offers.availability().equals(Availability.UNKNOWN) ? null : offers.availability(),
				offers.preferredLanguage(), offers.timeZone(),
				profile.contact().equals(Contact.NONE) ? null : profile.contact(),
				basics.identifiers().equals(Identifiers.NONE) ? null : basics.identifiers(), disclosed.groups(),
				disclosed.hidden(), inCharge ? Completeness.of(expert, LocalDate.now(this.clock)) : null,
				expert.publishedAt(), expert.createdAt(), expert.updatedAt());
	}

	/** What was recorded of an expert, as far as the viewer may see it; nothing of an expert whom the viewer may not see. */
	List<RecordedView> recorded(Expert expert, Viewer viewer) {
		return this.disclosure.disclose(List.of(expert), viewer).stream().map(this::recorded).findFirst()
				.orElse(List.of());
	}

	private List<RecordedView> recorded(Disclosed disclosed) {
		if (disclosed.hidden().contains(Group.EVIDENCE)) {
			return List.of();
		}
		var expert = disclosed.expert();
		return this.recorded.of(expert.id())
				.stream()
				.map(work -> RecordedView.of(work, expert.exclusions().contains(work.key())))
				.filter(view -> !view.hidden() || disclosed.sight().inCharge())
				.toList();
	}

	private ExpertCard card(Disclosed disclosed) {
		var expert = disclosed.expert();
		var profile = disclosed.profile();
		var basics = profile.basics();
		return new ExpertCard(expert.id(), basics.names(), basics.title(),
				(basics.affiliation() != null) ? basics.affiliation().name() : null, basics.residence(),
				basics.summary(),
				this.concepts.refs(profile.expertise().domains()), profile.languages(), profile.countries(),
				expert.verified(), expert.sample(), expert.updatedAt());
	}

}
