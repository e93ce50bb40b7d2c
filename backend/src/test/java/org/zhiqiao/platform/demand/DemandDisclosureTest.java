package org.zhiqiao.platform.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.demand.DemandDisclosure.Sight;

/** Every reader × every state × every degree of confidentiality. */
class DemandDisclosureTest {

	private static Actor actor(long id, Role role, @Nullable String city, @Nullable Long organisation) {
		return new Actor(id, "某人", EnumSet.of(role), city, organisation);
	}

	private static Map<String, @Nullable Actor> readers() {
		var readers = new LinkedHashMap<String, @Nullable Actor>();
		readers.put("anonymous", null);
		readers.put("expert", actor(1, Role.EXPERT, null, null));
		readers.put("other firm", actor(2, Role.FIRM, null, 41L));
		readers.put("firm without an organisation", actor(3, Role.FIRM, null, null));
		readers.put("owner", actor(ExampleNeeds.OWNER, Role.FIRM, null, ExampleNeeds.FIRM));
		readers.put("colleague", actor(8, Role.FIRM, null, ExampleNeeds.FIRM));
		readers.put("expert of that organisation", actor(9, Role.EXPERT, null, ExampleNeeds.FIRM));
		readers.put("officer of the city", actor(10, Role.CITY_OFFICER, "huaibei", null));
		readers.put("officer of another city", actor(11, Role.CITY_OFFICER, "hefei", null));
		readers.put("officer of no city", actor(12, Role.CITY_OFFICER, null, null));
		readers.put("provincial officer", actor(13, Role.PROVINCIAL_OFFICER, null, null));
		readers.put("information officer", actor(14, Role.INFORMATION_OFFICER, null, null));
		readers.put("auditor", actor(15, Role.AUDITOR, null, null));
		readers.put("administrator", actor(16, Role.ADMINISTRATOR, null, null));
		return readers;
	}

	private static Sight expected(String reader, DemandState state, Confidentiality confidentiality) {
		return switch (reader) {
			case "owner", "colleague" -> Sight.FULL;
			case "officer of the city", "provincial officer" ->
				(state == DemandState.DRAFT) ? Sight.NONE : Sight.FULL;
			default -> {
				if (state != DemandState.PUBLISHED) {
					yield Sight.NONE;
				}
				yield switch (confidentiality) {
					case PUBLIC -> Sight.FULL;
					case REGISTERED -> reader.equals("anonymous") ? Sight.OUTLINE : Sight.FULL;
					case CONFIDENTIAL -> Sight.OUTLINE;
				};
			}
		};
	}

	@Test
	void showsEachReaderWhatTheyMaySee() {
		readers().forEach((name, reader) -> {
			for (var state : DemandState.values()) {
				var sights = new EnumMap<Confidentiality, Sight>(Confidentiality.class);
				var wanted = new EnumMap<Confidentiality, Sight>(Confidentiality.class);
				for (var confidentiality : Confidentiality.values()) {
					sights.put(confidentiality, DemandDisclosure.of(ExampleNeeds.in(state, confidentiality), reader));
					wanted.put(confidentiality, expected(name, state, confidentiality));
				}
				assertThat(sights).as("%s, %s", name, state).isEqualTo(wanted);
			}
		});
	}

	@Test
	void outlinesNothingButTheField() {
		var outline = DemandDisclosure.content(ExampleNeeds.in(DemandState.PUBLISHED), Sight.OUTLINE);
		assertThat(outline.kind()).isEqualTo("technical-problem");
		assertThat(outline.city()).isEqualTo("huaibei");
		assertThat(outline.industries()).containsExactly("new-materials");
		assertThat(outline.domains()).containsExactly(new AskedDomain("casting", null, true, 3));
		assertThat(outline.title()).isEmpty();
		assertThat(outline.description()).isEmpty();
		assertThat(outline.countries()).isEmpty();
		assertThat(outline.languages()).isEmpty();
		assertThat(outline.competences()).isEmpty();
		assertThat(outline.budget()).isNull();
		assertThat(outline.deadline()).isNull();
	}

	@Test
	void showsGuestsWhatTheirHostShowsThemWhileItIsPublishedOrClosed() {
		for (var state : DemandState.values()) {
			var seen = state == DemandState.PUBLISHED || state == DemandState.CLOSED;
			assertThat(DemandDisclosure.asGuest(ExampleNeeds.in(state, Confidentiality.CONFIDENTIAL), true))
					.isEqualTo(seen ? Sight.FULL : Sight.NONE);
			assertThat(DemandDisclosure.asGuest(ExampleNeeds.in(state, Confidentiality.CONFIDENTIAL), false))
					.isEqualTo(seen ? Sight.OUTLINE : Sight.NONE);
			assertThat(DemandDisclosure.asGuest(ExampleNeeds.in(state, Confidentiality.REGISTERED), false))
					.isEqualTo(seen ? Sight.FULL : Sight.NONE);
		}
		assertThat(DemandDisclosure.more(Sight.OUTLINE, Sight.FULL)).isEqualTo(Sight.FULL);
		assertThat(DemandDisclosure.more(Sight.OUTLINE, Sight.NONE)).isEqualTo(Sight.OUTLINE);
	}

}
