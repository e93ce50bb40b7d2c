package org.zhiqiao.platform.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.zhiqiao.platform.expert.Affiliation;
import org.zhiqiao.platform.expert.Availability;
import org.zhiqiao.platform.expert.Candidate;
import org.zhiqiao.platform.expert.Names;
import org.zhiqiao.platform.expert.Title;
import org.zhiqiao.platform.organisation.Organisation;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.panel.LegalPersons.Employers;
import org.zhiqiao.platform.panel.LegalPersons.Register;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** Who works for the same legal person, also where it is not registered. */
class LegalPersonsTest {

	private static final Employers EMPLOYERS = new Employers(
			new Register(Map.of(7L, organisation(7, null, "university"), 8L, organisation(8, 7L, "university"), 9L,
					organisation(9, null, "government"))),
			Map.of(Organisations.nameKey("示例大学"), 8L, Organisations.nameKey("示例市科技局"), 9L));

	@Test
	void takesABranchForWhatItBelongsTo() {
		assertThat(EMPLOYERS.of(at(8L, "示例大学先进院", null))).isEqualTo(7);
		assertThat(EMPLOYERS.of(at(12L, "后来登记", null))).isEqualTo(12);
	}

	@Test
	void knowsARegisteredOneByANameThatWasTypedWithoutChoosingIt() {
		assertThat(EMPLOYERS.of(at(null, "示例大学", null))).isEqualTo(7);
		assertThat(EMPLOYERS.of(at(null, "写法不同", "示例大学"))).isEqualTo(7);
		assertThat(EMPLOYERS.government(at(null, "示例市科技局", null))).isTrue();
		assertThat(EMPLOYERS.government(at(null, "示例大学", null))).isFalse();
	}

	@Test
	void takesUnregisteredEmployersOfOneNameForOne() {
		var one = EMPLOYERS.of(at(null, "虚构精密仪器有限公司", null));
		assertThat(one).isNegative().isGreaterThanOrEqualTo(-(1L << 52));
		assertThat(EMPLOYERS.of(at(null, " 虚构精密仪器 有限责任公司", "Made-up Instruments"))).isEqualTo(one);
		assertThat(EMPLOYERS.of(at(null, "虚构光学有限公司", null))).isNegative().isNotEqualTo(one);
		assertThat(EMPLOYERS.of(at(null, null, "Made-up Instruments GmbH")))
				.isEqualTo(EMPLOYERS.of(at(null, null, "made-up instruments")));
		assertThat(LongStream.range(0, 20_000).map(i -> EMPLOYERS.of(at(null, "虚构" + i, null))).distinct())
				.hasSize(20_000);
	}

	@ParameterizedTest
	@ValueSource(strings = {"自由职业者", "退休", "独立顾问", "Independent consultant", "Freelance engineer", "self-employed",
			"—"})
	void takesNobodyForAnEmployer(String name) {
		assertThat(EMPLOYERS.of(at(null, name, null))).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = {"个体化医疗示例公司", "Association of Retired Engineers", "Freelance Union"})
	void takesNoEmployerForNobody(String name) {
		assertThat(EMPLOYERS.of(at(null, name, null))).isNegative();
	}

	@Test
	void countsThePostThatLastsAndAnyThatIsAtAGovernmentBody() {
		var left = new Affiliation(9L, new Bilingual("示例市科技局", null), "CN", 2010, 2020, null);
		var post = new Affiliation(8L, new Bilingual("示例大学", null), "CN", 2020, null, null);
		var office = new Affiliation(null, new Bilingual("示例市科技局", null), "CN", 2022, null, "顾问");
		assertThat(EMPLOYERS.of(candidate(List.of(left, post)))).isEqualTo(7);
		assertThat(EMPLOYERS.government(candidate(List.of(left, post)))).isFalse();
		assertThat(EMPLOYERS.government(candidate(List.of(post, office)))).isTrue();
		assertThat(EMPLOYERS.of(candidate(List.of(left)))).isEqualTo(9);
		assertThat(EMPLOYERS.government(candidate(List.of(left)))).isFalse();
	}

	@Test
	void leavesWhoNamesNoneAlone() {
		assertThat(EMPLOYERS.of(candidate(List.of()))).isZero();
		assertThat(EMPLOYERS.of(at(null, null, null))).isZero();
		assertThat(EMPLOYERS.government(candidate(List.of()))).isFalse();
	}

	private static Candidate at(@Nullable Long number, @Nullable String zh, @Nullable String en) {
		return candidate(List.of(new Affiliation(number, new Bilingual(zh, en), "CN", 2020, null, null)));
	}

	private static Candidate candidate(List<Affiliation> affiliations) {
		return new Candidate(1, null, Names.NONE, Title.NONE, null, "CN", Availability.UNKNOWN, affiliations, List.of(),
				List.of(), List.of(), List.of(), List.of());
	}

	private static Organisation organisation(long id, @Nullable Long parent, String hostKind) {
		return new Organisation(id, 1, new Bilingual("示例" + id, null), List.of(), "CN", "hefei", hostKind, null,
				parent, true, true, null);
	}

}
