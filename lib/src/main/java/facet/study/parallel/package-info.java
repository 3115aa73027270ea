/** A study's runs, several at once: each of the programs that train them is a process of its own. */
package facet.study.parallel;
