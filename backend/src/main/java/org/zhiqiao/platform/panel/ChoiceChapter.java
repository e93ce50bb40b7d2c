package org.zhiqiao.platform.panel;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.DirectChoice.Chosen;
import org.zhiqiao.platform.panel.DrawList.Entry;
import org.zhiqiao.platform.panel.dossier.Dossier;
import org.zhiqiao.platform.panel.dossier.Dossier.ChosenGroup;
import org.zhiqiao.platform.panel.dossier.Dossier.ChosenPerson;
import org.zhiqiao.platform.panel.dossier.Dossier.Person;

/** What the dossier tells of a direct choice: the proposal, who decided, what the solver said, and who follows. */
final class ChoiceChapter {

	private ChoiceChapter() {}

	/**
	 * @param names of accounts
	 * @param person somebody with the name of their organisation
	 */
	static Dossier.Choice of(DrawRecord record, DirectChoice choice, Map<Long, String> names,
			Function<Entry, Person> person, Dossier.@Nullable Voiding voiding, List<Dossier.Invited> invitations) {
		var decision = choice.decision();
		var proof = choice.proof();
		return new Dossier.Choice(record.number(), record.state().name().toLowerCase(Locale.ROOT),
				choice.reason(), names.get(choice.proposedBy()), record.openedAt(),
				(decision != null) ? names.get(decision.by()) : null, (decision != null) ? decision.at() : null,
				(decision != null) ? decision.words() : null,
				new Dossier.Proof(proof.value(), proof.best(), proof.gap(), proof.proven(), proof.candidates(),
						proof.milliseconds()),
				choice.groups()
						.stream()
						.map(group -> new ChosenGroup(group.name(), group.seats(), people(group.members(), person),
								people(group.alternates(), person)))
						.toList(),
				voiding, invitations);
	}

	private static List<ChosenPerson> people(List<Chosen> people, Function<Entry, Person> person) {
		return people.stream()
				.map(one -> new ChosenPerson(person.apply(new Entry(one.person(), one.name(), one.organisation())),
						one.fit(), one.adds()))
				.toList();
	}

}
