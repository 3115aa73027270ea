package facet.eval.verification;

import facet.eval.Resamples;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Draws people with replacement, as many as there are: pairs that share a person are not independent. A pair of one person counts as often as that person was
 * drawn, a pair of strangers as often as the first times as often as the second. Where people are unknown, pairs are drawn instead.
 * Source: A. B. Owen, The pigeonhole bootstrap, Annals of Applied Statistics 1 (2007), 386-411; for ties between members of one population, T. A. B. Snijders and
 * S. P. Borgatti, Non-parametric standard errors and tests for network statistics, Connections 22 (1999), 161-170.
 */
final class Resampling {

    private final int units; // people, or pairs
    private final int[] first;
    private final int[] second; // the same as the first for a pair of one person, and for pairs that are drawn themselves

    Resampling(ScoredPairs pairs) {
        List<ScoredPair> all = pairs.pairs();
        first = new int[all.size()];
        second = new int[all.size()];
        boolean people = pairs.namePeople();
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            first[i] = people ? number(numbers, all.get(i).personA()) : i;
            second[i] = people ? number(numbers, all.get(i).personB()) : i;
        }
        units = people ? numbers.size() : all.size();
    }

    private static int number(Map<String, Integer> numbers, String person) {
        return numbers.computeIfAbsent(person, name -> numbers.size());
    }

    /** @return the weight of each pair in one draw, in the order of the list */
    int[] draw(Random random) {
        int[] counts = Resamples.draw(units, random);
        int[] weights = new int[first.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = first[i] == second[i] ? counts[first[i]] : counts[first[i]] * counts[second[i]];
        }
        return weights;
    }
}
