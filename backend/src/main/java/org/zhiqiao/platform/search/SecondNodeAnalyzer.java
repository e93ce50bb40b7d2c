package org.zhiqiao.platform.search;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.zhiqiao.search.IndexInUse;

/** Says in plain words why a second process does not start. */
class SecondNodeAnalyzer extends AbstractFailureAnalyzer<RuntimeException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable root, RuntimeException cause) {
		IndexInUse folder = findCause(root, IndexInUse.class);
		if (folder != null) {
			return analysis("另一个进程正在使用同一个检索索引目录。 " + folder.getMessage() + ".", root);
		}
		SecondNode database = findCause(root, SecondNode.class);
		return database == null
				? null
				: analysis("另一个智桥进程正在使用同一个数据库。 Another Zhiqiao process is running with this database.", root);
	}

	private static FailureAnalysis analysis(String what, Throwable root) {
		return new FailureAnalysis(what,
				"""
						内置索引只允许一个进程运行。请停止另一个进程，或为本进程指定自己的数据库和数据目录（SPRING_DATASOURCE_URL、ZHIQIAO_DATA_DIR）。
						With the embedded index only one process may run. Stop the other one, or give this one a database and a data folder of its own (SPRING_DATASOURCE_URL, ZHIQIAO_DATA_DIR).""",
				root);
	}

}
