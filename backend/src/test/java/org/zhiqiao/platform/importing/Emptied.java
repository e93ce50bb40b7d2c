package org.zhiqiao.platform.importing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database without experts and imports, for the next test. */
final class Emptied {

	private Emptied() {}

	static void ofExperts(JdbcClient jdbc) {
		for (var name : List.of("expert_other_name", "expert_name_key", "expert_affiliation", "expert_degree",
				"expert_domain", "expert_free_domain", "expert_industry", "expert_language", "expert_country",
				"expert_competence", "expert_offer", "expert_evidence_with", "expert_evidence", "expert_group",
				"expert_exclusion", "expert_duplicate", "expert_tombstone", "expert", "import_error",
				"import_wrong_row", "import_record", "import_job")) {
			jdbc.sql("DELETE FROM " + name).update();
		}
	}

}
