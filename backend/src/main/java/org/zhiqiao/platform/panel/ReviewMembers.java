package org.zhiqiao.platform.panel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.expert.Candidate;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.panel.Invitation.Succession;

/** Who judges on a panel now, and who has a seat without having come yet. */
@Component
class ReviewMembers {

	private final DrawTable draws;

	private final ServiceTable services;

	private final InvitationTable invitations;

	private final Conflicts conflicts;

	private final Experts experts;

	ReviewMembers(DrawTable draws, ServiceTable services, InvitationTable invitations, Conflicts conflicts,
			Experts experts) {
		this.draws = draws;
		this.services = services;
		this.invitations = invitations;
		this.conflicts = conflicts;
		this.experts = experts;
	}

	/**
	 * The people of a panel.
	 *
	 * @param draw that gave the seats; none if none counts
	 * @param seated who have accepted, by their seats
	 * @param waiting who have not answered yet
	 * @param gone who had accepted and have lost their seats
	 * @param uninvited how many members hold no invitation
	 * @param vacant for how many seats nobody is left
	 */
	record Members(@Nullable DrawRecord draw, List<Member> seated, List<Invitation> waiting, List<Invitation> gone,
			int uninvited, int vacant) {

		Members {
			seated = List.copyOf(seated);
			waiting = List.copyOf(waiting);
			gone = List.copyOf(gone);
		}

		Optional<Member> holding(long invitation) {
			return this.seated.stream().filter(member -> member.invitation().id() == invitation).findFirst();
		}

		/** Whether somebody may still come. */
		boolean incomplete() {
			return this.uninvited > 0 || this.vacant > 0 || !this.waiting.isEmpty();
		}

	}

	/**
	 * Somebody who judges.
	 *
	 * @param number from 1, by seats: names stay out of what members read
	 * @param stratum the name of the group that the seat is of
	 * @param recused numbers of the items that they may not judge, because of a conflict of interest
	 */
	record Member(int number, Invitation invitation, String stratum, Selection selection, Set<Integer> recused) {

		Member {
			recused = Set.copyOf(recused);
		}

	}

	Members of(Panel panel) {
		var all = this.draws.of(panel.id());
		var draw = all.stream().filter(one -> one.state().seated()).findFirst().orElse(null);
		var gone = all.stream()
				.flatMap(one -> this.invitations.of(panel.id(), one.number()).stream())
				.filter(one -> !one.state().standing() && one.declaredAt() != null)
				.toList();
		if (draw == null) {
			return new Members(null, List.of(), List.of(), gone, 0, 0);
		}
		var known = this.invitations.of(panel.id(), draw.number());
		var seated = known.stream().filter(one -> one.state() == InvitationState.ACCEPTED).toList();
		var recused = recusals(panel, seated.stream().map(Invitation::expert).toList());
		var lines = this.draws.lineup(draw).orElseThrow().lines();
		var members = new ArrayList<Member>();
		for (var invitation : seated) {
			members.add(
					new Member(members.size() + 1, invitation, lines.get(invitation.stratum()).name(), draw.method(),
							recused.getOrDefault(invitation.expert(), Set.of())));
		}
		var holders = new HashSet<Long>();
		known.stream().filter(one -> one.state().standing()).forEach(one -> holders.add(one.expert()));
		return new Members(draw, members,
				known.stream().filter(one -> one.state() == InvitationState.OPEN).toList(), gone,
				(int) this.services.members(panel.id()).stream().filter(person -> !holders.contains(person)).count(),
				(int) known.stream().filter(one -> one.succession() == Succession.VACANT).count());
	}

	/** The items from which people have to stay away, as things are known now. */
	Map<Long, Set<Integer>> recusals(Panel panel, Collection<Long> people) {
		if (people.isEmpty()) {
			return Map.of();
		}
		var recused = new HashMap<Long, Set<Integer>>();
		this.conflicts
				.of(panel.content(), panel.id(), panel.duties().values(),
						this.experts.candidates(people.stream().distinct().toList()))
				.forEach((person, findings) -> findings.stream()
						.filter(ruled -> ruled.obstacle() == Obstacle.CONFLICT)
						.forEach(ruled -> recused.computeIfAbsent(person, _ -> new HashSet<>())
								.add((int) ruled.finding().item())));
		return recused;
	}

	/** How somebody came to their seat. */
	Selection selection(Invitation invitation) {
		return this.draws.find(invitation.panel(), invitation.draw()).orElseThrow().method();
	}

	/** Names by the numbers of the profiles: as they stand there now, else as they were selected. */
	Map<Long, String> names(Panel panel, Collection<Long> people) {
		var names = new HashMap<Long, String>();
		this.draws.of(panel.id())
				.stream()
				.flatMap(draw -> this.draws.lineup(draw).stream())
				.flatMap(lineup -> lineup.entries().values().stream())
				.filter(entry -> people.contains(entry.person()))
				.forEach(entry -> names.put(entry.person(), entry.name()));
		this.experts.candidates(people.stream().distinct().toList())
				.stream()
				.filter(candidate -> !candidate.names().any().isBlank())
				.forEach((Candidate candidate) -> names.put(candidate.id(), candidate.names().any()));
		people.forEach(person -> names.putIfAbsent(person, "#" + person));
		return names;
	}

}
