package org.zhiqiao.platform.panel.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.document.Fonts;
import org.zhiqiao.platform.document.Sheet;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.panel.dossier.Dossier.Choice;
import org.zhiqiao.platform.panel.dossier.Dossier.ChosenPerson;
import org.zhiqiao.platform.panel.dossier.Dossier.Drawing;
import org.zhiqiao.platform.panel.dossier.Dossier.Excluded;
import org.zhiqiao.platform.panel.dossier.Dossier.Finding;
import org.zhiqiao.platform.panel.dossier.Dossier.Group;
import org.zhiqiao.platform.panel.dossier.Dossier.Invited;
import org.zhiqiao.platform.panel.dossier.Dossier.Person;
import org.zhiqiao.platform.panel.dossier.Dossier.Rule;
import org.zhiqiao.platform.panel.dossier.Dossier.Step;
import org.zhiqiao.platform.panel.dossier.Dossier.Term;
import org.zhiqiao.platform.panel.dossier.Dossier.Tied;
import org.zhiqiao.platform.panel.dossier.Dossier.Voiding;

/** The dossier to read and to print: in Chinese, with English headings. */
final class DossierPdf {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss", Locale.ROOT);

	private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

	private static final Pattern BASIS = Pattern.compile("(.+) §([\\d–-]+)");

	private static final String NONE = "—";

	private final Dossier dossier;

	private final Words words;

	private final Fonts fonts;

	DossierPdf(Dossier dossier, Words words, Fonts fonts) {
		this.dossier = dossier;
		this.words = words;
		this.fonts = fonts;
	}

	/** As the clocks of China show it. */
	static String moment(@Nullable Instant moment) {
		return (moment != null) ? MOMENT.format(moment.atZone(Moments.HERE)) : NONE;
	}

	/** The same in digits alone. */
	static String digits(Instant moment) {
		return DIGITS.format(moment.atZone(Moments.HERE));
	}

	byte[] bytes() {
		return Sheet.set(this.fonts, new Sheet.Head(this.dossier.title() + " " + zh("title"), zh("author"),
				this.dossier.exportedAt(), Locale.SIMPLIFIED_CHINESE, zh("pages")), this::write);
	}

	private void write(Sheet sheet) {
		cover(sheet);
		rules(sheet);
		duties(sheet);
		items(sheet);
		pool(sheet);
		new DeclarationChapter(this.dossier.declarations(), this.dossier.items(), this.words).write(sheet);
		findings(sheet);
		draws(sheet);
		choices(sheet);
		if (this.dossier.review() != null) {
			new ReviewChapter(this.dossier.review(), this.dossier.items(), this.words).write(sheet);
		}
		check(sheet);
	}

	private void cover(Sheet sheet) {
		sheet.cover(zh("title"), en("title"), this.dossier.title());
		var facts = new Facts();
		facts.add("number", String.valueOf(this.dossier.panel()));
		facts.add("use", this.dossier.use().zh());
		facts.add("state", zh("state." + this.dossier.state()));
		facts.add("created", moment(this.dossier.createdAt()));
		facts.add("exported", moment(this.dossier.exportedAt()));
		facts.add("keep", zh("keep.until", day(this.dossier.keepUntil())));
		sheet.facts(facts.facts);
		sheet.note(zh("cover.note"));
		sheet.newPage();
	}

	private static String day(LocalDate day) {
		return DAY.format(day);
	}

	private void rules(Sheet sheet) {
		section(sheet, "rules");
		sheet.note(zh("rules.lead", this.dossier.rulePack()));
		sheet.table(new float[]{46, 17, 37}, heads("rule", "setting", "basis"),
				this.dossier.rules().stream().map(this::rule).toList());
		sheet.label(zh("seats"), this.dossier.groups().size());
		sheet.table(new float[]{26, 10, 64}, heads("group", "seats", "wanted"),
				this.dossier.groups()
						.stream()
						.map(group -> new String[]{group.name(), String.valueOf(group.seats()), wanted(group)})
						.toList());
	}

	private String[] rule(Rule rule) {
		var title = (rule.reason() != null) ? rule.zh() + "\n" + zh("rule.off-because", rule.reason()) : rule.zh();
		var setting = !rule.on()
				? zh("rule.off")
				: (rule.number() != null) ? zh("unit." + rule.unit(), rule.number()) : zh("rule.on");
		return new String[]{title, setting, zh("mark." + rule.mark()) + (rule.basis().isEmpty()
				? ""
				: " · " + basis(
						rule.basis()))};
	}

	/** A statute as it is cited in a document: 《招标投标法》第37条. */
	static String basis(String basis) {
		var cited = BASIS.matcher(basis);
		return cited.matches() ? "《" + cited.group(1) + "》第" + cited.group(2) + "条" : basis;
	}

	private String wanted(Group group) {
		var wanted = new ArrayList<String>();
		if (!group.fields().isEmpty()) {
			wanted.add(zh("wanted.fields", names(group.fields())));
		}
		if (!group.languages().isEmpty()) {
			wanted.add(zh("wanted.languages", names(group.languages())));
		}
		if (!group.countries().isEmpty()) {
			wanted.add(zh("wanted.countries", names(group.countries())));
		}
		if (!"anywhere".equals(group.residence())) {
			wanted.add(zh("residence." + group.residence()));
		}
		return wanted.isEmpty() ? zh("wanted.anything") : String.join("；", wanted);
	}

	private static String names(List<Term> terms) {
		return terms.stream().map(Term::zh).collect(Collectors.joining("、"));
	}

	private void duties(Sheet sheet) {
		section(sheet, "duties");
		sheet.note(zh("duties.lead"));
		sheet.table(new float[]{30, 70}, heads("duty", "name"),
				this.dossier.duties()
						.stream()
						.map(duty -> new String[]{zh("duty." + duty.duty()),
								Objects.requireNonNullElse(duty.name(), zh("nobody"))})
						.toList());
	}

	private void items(Sheet sheet) {
		section(sheet, "items");
		for (var item : this.dossier.items()) {
			sheet.part(zh("item", item.number(), item.title()), false);
			var facts = new Facts();
			facts.add("parties", item.parties().isEmpty()
					? NONE
					: item.parties()
							.stream()
							.map(party -> party.name() + "（" + zh("party." + party.role()) + "）")
							.collect(Collectors.joining("\n")));
			facts.add("people", people(item.people()));
			facts.add("fields", item.fields().isEmpty() ? NONE : names(item.fields()));
			sheet.facts(facts.facts);
		}
		section(sheet, "objections");
		var objections = new ArrayList<String[]>();
		this.dossier.items().forEach(item -> item.objections().forEach(objection -> objections.add(new String[]{
				String.valueOf(item.number()), person(objection.person()), objection.by(), objection.reason(),
				ruling(objection)})));
		if (objections.isEmpty()) {
			sheet.text(zh("objections.none"));
		} else {
			sheet.table(new float[]{9, 20, 19, 26, 26}, heads("item", "expert", "by", "reason", "ruling"), objections);
		}
	}

	private String ruling(Dossier.Objection objection) {
		var ruled = (objection.upheld() == null)
				? zh("objection.open")
				: zh(objection.upheld() ? "objection.upheld" : "objection.dismissed");
		return (objection.ruling() != null) ? ruled + "：" + objection.ruling() : ruled;
	}

	private static String people(List<Person> people) {
		return people.isEmpty() ? NONE : people.stream().map(DossierPdf::person).collect(Collectors.joining("、"));
	}

	/** Names repeat, numbers do not. */
	private static String person(Person person) {
		return person.name() + "（" + person.number() + "）";
	}

	private void pool(Sheet sheet) {
		section(sheet, "pool");
		var pool = this.dossier.pool();
		sheet.note(zh("pool.lead"));
		sheet.text(zh("pool.numbers", pool.people(), pool.eligible(), pool.seats(), pool.seatable(),
				pool.mostOfOneOrganisation()));
		for (var group : pool.groups()) {
			sheet.label(zh("pool.group", group.name(), group.seats()), group.costs().size());
			sheet.text(zh("pool.group.numbers", group.people(), group.organisations(), group.wanted(),
					"%.1f".formatted(group.highestChance() * 100)));
			if (!group.costs().isEmpty()) {
				sheet.table(new float[]{50, 25, 25}, heads("condition", "removed", "alone"),
						group.costs()
								.stream()
								.map(cost -> new String[]{reason(cost.obstacle()), String.valueOf(cost.people()),
										String.valueOf(cost.alone())})
								.toList());
			}
		}
		// Each draw tells whom it left out; without one nothing else would.
		if (this.dossier.draws().stream().allMatch(draw -> draw.listHash() == null || draw.voiding() != null)) {
			excluded(sheet, pool.excluded());
		}
	}

	private void findings(Sheet sheet) {
		section(sheet, "findings");
		sheet.note(zh("findings.lead"));
		var rows = new ArrayList<String[]>();
		for (Tied tied : this.dossier.findings()) {
			for (var finding : tied.findings()) {
				rows.add(new String[]{person(tied.person()), String.valueOf(finding.item()), found(finding),
						path(finding), ruling(finding)});
			}
		}
		if (rows.isEmpty()) {
			sheet.text(zh("findings.none"));
		} else {
			sheet.table(new float[]{18, 8, 20, 31, 23}, heads("expert", "item", "finding", "path", "ruling"), rows);
		}
		if (!this.dossier.pastRulings().isEmpty()) {
			sheet.label(zh("past-rulings"), this.dossier.pastRulings().size());
			sheet.table(new float[]{22, 8, 26, 44}, heads("expert", "item", "tie", "ruling"),
					this.dossier.pastRulings()
							.stream()
							.map(past -> new String[]{person(past.person()),
									(past.item() != null) ? String.valueOf(past.item()) : NONE,
									(past.rule() != null) ? reason(past.rule()) : NONE, ruling(past.ruling())})
							.toList());
		}
	}

	private String found(Finding finding) {
		var text = reason(finding.rule());
		if (finding.count() != null) {
			text += "（" + zh("count", finding.count()) + "）";
		}
		return text + "\n" + zh("known." + finding.known());
	}

	private String path(Finding finding) {
		var path = new StringBuilder();
		for (var step : finding.path()) {
			if (step.link() != null) {
				path.append("\n→ ").append(zh("link." + step.link())).append(years(step)).append("：");
			}
			path.append(step.text());
		}
		if (finding.note() != null) {
			path.append('\n').append(finding.note());
		}
		return path.toString();
	}

	private String years(Step step) {
		if (step.from() == null && step.to() == null) {
			return "";
		}
		if (Objects.equals(step.from(), step.to())) {
			return " " + step.from();
		}
		return " " + ((step.from() != null) ? step.from() : "") + "–" + ((step.to() != null)
				? step.to()
				: zh("years.now"));
	}

	private String ruling(Finding finding) {
		return (finding.ruling() != null) ? ruling(finding.ruling()) : zh("severity." + finding.severity());
	}

	private String ruling(Dossier.Ruling ruling) {
		return zh(ruling.mayServe() ? "ruling.may-serve" : "ruling.steps-aside") + "：" + ruling.reason() + "\n"
				+ Objects.requireNonNullElse(ruling.by(), zh("gone")) + " " + moment(ruling.at());
	}

	private void draws(Sheet sheet) {
		section(sheet, "draws");
		sheet.note(zh("draws.lead"));
		if (this.dossier.draws().isEmpty()) {
			sheet.text(zh("draws.none"));
		}
		this.dossier.draws().forEach(draw -> draw(sheet, draw));
	}

	private void draw(Sheet sheet, Drawing draw) {
		sheet.part(zh("draw", draw.number(), zh("draw-state." + draw.state())), "void".equals(draw.state()));
		var facts = new Facts();
		voided(facts, draw.voiding());
		facts.add("opened", moment(draw.openedAt()));
		facts.add("frozen", moment(draw.frozenAt()));
		facts.add("list-hash", Objects.requireNonNullElse(draw.listHash(), NONE));
		facts.add("seed", Objects.requireNonNullElse(draw.seed(), NONE));
		facts.add("seal", Objects.requireNonNullElse(draw.seal(), NONE));
		if (draw.transcript() != null) {
			facts.add("transcript", draw.transcript());
		}
		sheet.facts(facts.facts);

		sheet.label(zh("officers"), 2 * draw.officers().size());
		sheet.table(new float[]{13, 15, 39, 33}, heads("officer", "role", "commitment", "moments"),
				draw.officers()
						.stream()
						.map(officer -> new String[]{officer.name(), zh("role." + officer.role()),
								Objects.requireNonNullElse(officer.commitment(), NONE),
								zh("officer.moments", moment(officer.committedAt()), moment(officer.revealedAt()))})
						.toList());
		for (var stratum : draw.strata()) {
			sheet.label(zh("stratum", stratum.name(), stratum.people(), stratum.seats()),
					stratum.members().size() + stratum.reserves().size());
			if (stratum.members().isEmpty()) {
				sheet.text(zh("members.none"));
				continue;
			}
			var rows = new ArrayList<String[]>();
			seated(rows, "place.member", stratum.members());
			seated(rows, "place.reserve", stratum.reserves());
			sheet.table(new float[]{16, 12, 28, 44}, heads("place", "number", "person", "organisation"), rows);
		}
		apart(sheet, draw);
		invited(sheet, draw.invitations());
		if (draw.listHash() != null) {
			excluded(sheet, draw.excluded());
		}
	}

	private void apart(Sheet sheet, Drawing draw) {
		if (!draw.apart().isEmpty()) {
			sheet.label(zh("apart"), draw.apart().size());
			sheet.table(new float[]{38, 38, 24}, heads("person", "person", "tie"),
					draw.apart()
							.stream()
							.map(pair -> new String[]{person(pair.one()), person(pair.other()),
									zh("declared.kind." + pair.kind())})
							.toList());
		}
	}

	/** Panels that are drawn, as most are, have no such section. */
	private void choices(Sheet sheet) {
		if (!this.dossier.choices().isEmpty()) {
			section(sheet, "choices");
			sheet.note(zh("choices.lead"));
			this.dossier.choices().forEach(choice -> choice(sheet, choice));
		}
	}

	private void choice(Sheet sheet, Choice choice) {
		var over = !"chosen".equals(choice.state()) && !"proposed".equals(choice.state());
		sheet.part(zh("choice", choice.number(), zh("choice-state." + choice.state())), over);
		var facts = new Facts();
		voided(facts, choice.voiding());
		facts.add("choice.reason", choice.reason());
		facts.add("choice.proposed", by(choice.proposedBy(), choice.proposedAt()));
		if (choice.decidedAt() != null) {
			facts.add("withdrawn".equals(choice.state()) ? "choice.withdrawn" : "choice.decided",
					by(choice.decidedBy(), choice.decidedAt()));
		}
		if (choice.words() != null) {
			facts.add("choice.words", choice.words());
		}
		var proof = choice.proof();
		facts.add("choice.proof", zh("choice.proof", proof.value(), proof.best(), proof.candidates()) + zh(
				proof.proven() ? "choice.proven" : "choice.unproven", Math.round(proof.gap() * 1000) / 10.0));
		sheet.facts(facts.facts);
		for (var group : choice.groups()) {
			sheet.label(zh("choice.group", group.name(), group.seats()), group.members().size());
			var rows = new ArrayList<String[]>();
			chosen(rows, "place.member", group.members());
			chosen(rows, "place.reserve", group.alternates());
			sheet.table(new float[]{16, 12, 24, 26, 22}, heads("place", "number", "person", "organisation", "worth"),
					rows);
		}
		invited(sheet, choice.invitations());
	}

	private void chosen(List<String[]> rows, String place, List<ChosenPerson> people) {
		for (var i = 0; i < people.size(); i++) {
			var one = people.get(i);
			var member = "place.member".equals(place);
			rows.add(new String[]{zh(place, i + 1), String.valueOf(one.person().number()), one.person().name(),
					Objects.requireNonNullElse(one.person().organisation(), zh("unregistered")),
					zh(member ? "choice.adds" : "choice.costs", one.fit(), one.adds())});
		}
	}

	private String by(@Nullable String name, Instant moment) {
		return Objects.requireNonNullElse(name, zh("gone")) + "，" + moment(moment);
	}

	private void voided(Facts facts, @Nullable Voiding voiding) {
		if (voiding != null) {
			facts.add("void.reason", voiding.reason());
			facts.add("void.asked", by(voiding.askedBy(), voiding.askedAt()));
			facts.add("void.approved", (voiding.approvedAt() == null)
					? zh("void.open")
					: by(voiding.approvedBy(), voiding.approvedAt()));
		}
	}

	private void invited(Sheet sheet, List<Invited> invitations) {
		if (invitations.isEmpty()) {
			return;
		}
		sheet.label(zh("invited"), invitations.size());
		sheet.table(new float[]{19, 21, 22, 38}, heads("seat", "person", "answer", "moments"), invitations
				.stream()
				.map(one -> new String[]{seat(one), person(one.person()), answer(one),
						zh("invited.moments", moment(one.invitedAt()), moment(one.answerBy()),
								moment((one.endedAt() != null) ? one.endedAt() : one.declaredAt()))})
				.toList());
	}

	private String seat(Invited one) {
		var seat = one.stratum() + " " + one.seat();
		return (one.replaces() != null) ? seat + "\n" + zh("invited.replaces", person(one.replaces())) : seat;
	}

	private String answer(Dossier.Invited one) {
		var answer = new StringBuilder(zh("invited." + one.state()));
		if (one.declaredAt() != null) {
			answer.append('\n').append(zh("invited.declared"));
		}
		if (one.reason() != null) {
			answer.append('\n').append(zh("decline." + one.reason()));
		}
		if (one.note() != null) {
			answer.append('\n').append(one.note());
		}
		return answer.toString();
	}

	private void seated(List<String[]> rows, String place, List<Person> people) {
		for (var i = 0; i < people.size(); i++) {
			var person = people.get(i);
			rows.add(new String[]{zh(place, i + 1), String.valueOf(person.number()), person.name(),
					Objects.requireNonNullElse(person.organisation(), zh("unregistered"))});
		}
	}

	private void excluded(Sheet sheet, List<Excluded> excluded) {
		sheet.label(zh("excluded", excluded.size()), Math.min(excluded.size(), 3));
		if (excluded.isEmpty()) {
			sheet.text(zh("excluded.none"));
			return;
		}
		sheet.compactTable(new float[]{12, 28, 60}, heads("number", "person", "reasons"),
				excluded.stream()
						.map(person -> new String[]{String.valueOf(person.number()), person.name(),
								person.reasons().stream().map(this::reason).collect(Collectors.joining("；"))})
						.toList());
	}

	private void check(Sheet sheet) {
		section(sheet, "check");
		for (var step = 1; step <= 4; step++) {
			sheet.text(step + ". " + zh("check." + step));
		}
		sheet.section(zh("section.signatures"), en("section.signatures"), this.dossier.duties().size());
		sheet.note(zh("signatures.lead"));
		sheet.table(new float[]{25, 25, 30, 20}, heads("duty", "name", "signature", "date"),
				this.dossier.duties()
						.stream()
						.filter(duty -> duty.name() != null)
						.map(duty -> new String[]{zh("duty." + duty.duty()) + "\n ",
								Objects.requireNonNullElse(duty.name(), ""), " ", " "})
						.toList());
	}

	/** An obstacle or a rule on conflicts, by its code. */
	private String reason(String code) {
		return zh("reason." + code);
	}

	private void section(Sheet sheet, String key) {
		sheet.section(zh("section." + key), en("section." + key));
	}

	private String[] heads(String... keys) {
		var heads = new String[keys.length];
		for (var i = 0; i < keys.length; i++) {
			heads[i] = zh("head." + keys[i]);
		}
		return heads;
	}

	private String zh(String key, Object... arguments) {
		return this.words.text(Locale.SIMPLIFIED_CHINESE, "dossier." + key, arguments);
	}

	private String en(String key) {
		return this.words.text(Locale.ENGLISH, "dossier." + key);
	}

	/** Labelled facts, in the order in which they are told. */
	private final class Facts {

		private final List<String[]> facts = new ArrayList<>();

		private void add(String label, String what) {
			this.facts.add(new String[]{zh("label." + label), what});
		}

	}

}
