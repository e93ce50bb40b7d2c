package org.zhiqiao.platform.panel.solve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.solve.Requirement.AtLeast;
import org.zhiqiao.platform.panel.solve.Requirement.AtMost;

/** The rules of a panel as linear constraints over who sits. Each may be given a variable by how much it is relaxed. */
final class PanelModel {

	private final CpModel model = Cp.model();

	private final PanelProblem problem;

	private final List<Candidate> candidates;

	/** In the order of the candidates, as everything is that enters the model, so that it is always the same. */
	private final Map<Long, BoolVar> sitting = new LinkedHashMap<>();

	private final IntVar size;

	private final int largest;

	PanelModel(PanelProblem problem, List<Candidate> candidates, int smallest, int largest) {
		this.problem = problem;
		this.candidates = candidates;
		this.largest = largest;
		for (var candidate : candidates) {
			this.sitting.put(candidate.id(), this.model.newBoolVar(""));
		}
		this.size = this.model.newIntVar(smallest, largest, "");
		this.model.addEquality(this.size, LinearExpr.sum(this.sitting.values().toArray(BoolVar[]::new)));
		for (var id : problem.fixed().stream().sorted().toList()) {
			this.model.addEquality(sits(id), 1);
		}
	}

	CpModel model() {
		return this.model;
	}

	List<Candidate> candidates() {
		return this.candidates;
	}

	IntVar size() {
		return this.size;
	}

	BoolVar sits(long id) {
		return Objects.requireNonNull(this.sitting.get(id));
	}

	/** The members with a feature. */
	LinearExprBuilder having(int feature) {
		var having = LinearExpr.newBuilder();
		for (var candidate : this.candidates) {
			if (candidate.features().contains(feature)) {
				having.add(sits(candidate.id()));
			}
		}
		return having;
	}

	/** An odd number of members, unless the variable is one. */
	void odd(@Nullable BoolVar even) {
		var half = this.model.newIntVar(0, this.largest, "");
		var odd = LinearExpr.newBuilder().addTerm(half, 2).add(1);
		if (even != null) {
			odd.addTerm(even, -1);
		}
		this.model.addEquality(this.size, odd);
	}

	void organisations(@Nullable IntVar more) {
		var most = this.problem.mostOfOneOrganisation();
		if (most == null) {
			return;
		}
		var members = new TreeMap<Long, List<Candidate>>();
		for (var candidate : this.candidates) {
			if (candidate.organisation() != 0) {
				members.computeIfAbsent(candidate.organisation(), id -> new ArrayList<>()).add(candidate);
			}
		}
		for (var ofOne : members.values()) {
			var sum = LinearExpr.newBuilder();
			ofOne.forEach(candidate -> sum.add(sits(candidate.id())));
			atMost(sum, most, more);
		}
	}

	void requirement(Requirement requirement, @Nullable IntVar slack) {
		var having = having(requirement.feature());
		switch (requirement) {
			case AtLeast(var _, var _, var quota) -> {
				if (slack != null) {
					having.add(slack);
				}
				// Whole numbers, so the share is rounded up by itself.
				this.model.addGreaterOrEqual(LinearExpr.newBuilder().addTerm(having, quota.of()), quota(quota));
			}
			case AtMost(var _, var _, var quota) -> atMost(having, quota, slack);
		}
	}

	private void atMost(LinearExprBuilder sum, Quota quota, @Nullable IntVar more) {
		if (more != null) {
			sum.addTerm(more, -1);
		}
		this.model.addLessOrEqual(LinearExpr.newBuilder().addTerm(sum, quota.of()), quota(quota));
	}

	private LinearExprBuilder quota(Quota quota) {
		return LinearExpr.newBuilder().add((long) quota.count() * quota.of()).addTerm(this.size, quota.parts());
	}

	/** The conflicts between candidates of this model. */
	List<Conflict> conflicts() {
		return this.problem.conflicts()
				.stream()
				.filter(conflict -> this.sitting.containsKey(conflict.one())
						&& this.sitting.containsKey(conflict.other()))
				.toList();
	}

	/** Whoever sits in a solution. */
	List<Long> members(CpSolver solver) {
		var members = new ArrayList<Long>();
		this.sitting.forEach((id, sits) -> {
			if (solver.booleanValue(sits)) {
				members.add(id);
			}
		});
		return members;
	}

}
