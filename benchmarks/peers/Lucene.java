// java Lucene build PASSAGES INDEX [--threads T], then java Lucene INDEX QUERIES [as latency.cpp]: Lucene 8 as its documentation
// advises: an analyzer for English (EnglishAnalyzer's chain without stop words, so that phrases of common words can be asked for, and
// with the Porter2 stemmer of the other engines), facets by sorted-set doc values, DrillSideways for filters, UnifiedHighlighter
// for snippets. The top ten and the facets are collected in one search; of each facet the ten best values are listed.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.tartarus.snowball.ext.EnglishStemmer;

public class Lucene {
    static final String[] FACETS = {"committee", "council", "kind", "role", "speaker", "year"};
    static final String NONE = "-";   // a label cannot be empty

    static class Asked {
        String of, form, role, year;
        String[] words;
    }

    static class Found {
        long hits, shown;
        TreeMap<String, TreeMap<String, Long>> facets = new TreeMap<>();
    }

    static Analyzer analyzer() {
        return new Analyzer() {
            @Override protected TokenStreamComponents createComponents(String field) {
                StandardTokenizer tokens = new StandardTokenizer();
                return new TokenStreamComponents(tokens, new SnowballFilter(new LowerCaseFilter(new EnglishPossessiveFilter(tokens)), new EnglishStemmer()));
            }
            @Override protected TokenStream normalize(String field, TokenStream in) { return new LowerCaseFilter(in); }
        };
    }

    static FacetsConfig config() {
        FacetsConfig config = new FacetsConfig();
        config.setMultiValued("role", true);
        config.setMultiValued("speaker", true);
        return config;
    }

    // -- building
    static void add(Document document, String facet, String cell, boolean many) {
        LinkedHashSet<String> values = new LinkedHashSet<>(many ? Arrays.asList(cell.split("; ")) : List.of(cell));
        for (String value : values) document.add(new SortedSetDocValuesFacetField(facet, value.isEmpty() ? NONE : value));
    }

    static Document documentOf(String[] cells, Map<String, Integer> at) {
        Document document = new Document();
        document.add(new TextField("text", cells[at.get("text")], Field.Store.YES));
        add(document, "council", cells[at.get("council")], false);
        add(document, "committee", cells[at.get("committee")], false);
        String date = cells[at.get("date")];
        add(document, "year", date.length() < 4 ? "" : date.substring(0, 4), false);
        add(document, "kind", cells[at.get("kind")], false);
        add(document, "role", cells[at.get("roles")], true);
        add(document, "speaker", cells[at.get("persons")], true);
        return document;
    }

    static void build(String passages, String index, int threads) throws Exception {
        FacetsConfig config = config();
        IndexWriterConfig options = new IndexWriterConfig(analyzer()).setOpenMode(IndexWriterConfig.OpenMode.CREATE).setRAMBufferSizeMB(256);
        try (IndexWriter writer = new IndexWriter(FSDirectory.open(Paths.get(index)), options);
             BufferedReader in = Files.newBufferedReader(Paths.get(passages), StandardCharsets.UTF_8)) {
            Map<String, Integer> at = new HashMap<>();
            String[] header = in.readLine().split("\t", -1);
            for (int i = 0; i < header.length; ++i) at.put(header[i], i);
            ArrayBlockingQueue<String> lines = new ArrayBlockingQueue<>(4096);
            String end = new String("end");
            List<Thread> running = new ArrayList<>();
            for (int t = 0; t < threads; ++t) {
                Thread thread = new Thread(() -> {
                    try {
                        for (String line = lines.take(); line != end; line = lines.take())
                            writer.addDocument(config.build(documentOf(line.split("\t", -1), at)));
                        lines.put(end);
                    } catch (Exception error) {
                        error.printStackTrace();
                        System.exit(2);
                    }
                });
                thread.start();
                running.add(thread);
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) lines.put(line);
            lines.put(end);
            for (Thread thread : running) thread.join();
            writer.commit();
        }
    }

    // -- asking
    static class Searcher {
        final DirectoryReader reader;
        final IndexSearcher searcher;
        final SortedSetDocValuesReaderState state;
        final FacetsConfig config = config();
        final Analyzer analyzer = analyzer();
        boolean allValues = false;   // of facets, to compare them

        Searcher(String index) throws IOException {
            reader = DirectoryReader.open(FSDirectory.open(Paths.get(index)));
            searcher = new IndexSearcher(reader);
            state = new DefaultSortedSetDocValuesReaderState(reader);
        }

        Query words(Asked asked) {
            if (asked.form.equals("all")) return new MatchAllDocsQuery();
            if (asked.form.equals("prefix")) return new PrefixQuery(new Term("text", asked.words[0]));
            QueryBuilder builder = new QueryBuilder(analyzer);
            String text = String.join(" ", asked.words);
            if (asked.form.equals("phrase") || asked.form.equals("mentions")) return builder.createPhraseQuery("text", text);
            return builder.createBooleanQuery("text", text, asked.form.equals("or") ? BooleanClause.Occur.SHOULD : BooleanClause.Occur.MUST);
        }

        void put(Found found, Facets facets, String name) throws IOException {
            TreeMap<String, Long> totals = new TreeMap<>();
            SortedSetDocValuesReaderState.OrdRange range = state.getOrdRange(name);
            FacetResult result = range == null ? null : facets.getTopChildren(allValues ? range.end - range.start + 1 : 10, name);
            if (result != null)
                for (LabelAndValue value : result.labelValues) totals.put(value.label.equals(NONE) ? "" : value.label, value.value.longValue());
            found.facets.put(name, totals);
        }

        long snippets(Query query, TopDocs best, boolean all) throws IOException {
            long shown = 0;
            if (all) {
                for (ScoreDoc hit : best.scoreDocs) shown += Math.min(240, searcher.doc(hit.doc).get("text").length());
                return shown;
            }
            UnifiedHighlighter highlighter = new UnifiedHighlighter(searcher, analyzer);
            for (String snippet : highlighter.highlight("text", query, best, 1)) shown += snippet == null ? 0 : snippet.length();
            return shown;
        }

        Found ask(Asked asked) throws IOException {
            Query query = words(asked);
            if (asked.form.equals("mentions")) return mentions(asked, query);
            if (asked.form.equals("count")) return cells(query);
            Found found = new Found();
            boolean all = asked.form.equals("all");
            if (asked.role.isEmpty() && asked.year.isEmpty()) {
                FacetsCollector collector = new FacetsCollector();
                TopDocs best = FacetsCollector.search(searcher, query, 10, collector);
                found.hits = best.totalHits.value;
                if (best.totalHits.relation != org.apache.lucene.search.TotalHits.Relation.EQUAL_TO) {
                    found.hits = 0;
                    for (FacetsCollector.MatchingDocs docs : collector.getMatchingDocs()) found.hits += docs.totalHits;
                }
                found.shown = snippets(query, best, all);
                Facets facets = new SortedSetDocValuesFacetCounts(state, collector);
                for (String name : FACETS) put(found, facets, name);
                return found;
            }
            DrillDownQuery drilled = new DrillDownQuery(config, query);
            if (!asked.role.isEmpty()) drilled.add("role", asked.role);
            if (!asked.year.isEmpty()) drilled.add("year", asked.year);
            DrillSideways.DrillSidewaysResult result = new DrillSideways(searcher, config, state).search(drilled, 10);
            found.hits = result.hits.totalHits.value;
            found.shown = snippets(query, result.hits, all);
            for (String name : FACETS) put(found, result.facets, name);
            return found;
        }

        Found mentions(Asked asked, Query query) throws IOException {
            Found found = new Found();
            TopDocs every = searcher.search(query, reader.maxDoc());
            for (ScoreDoc hit : every.scoreDocs) {
                String text = searcher.doc(hit.doc).get("text");
                for (int[] place : places(text, asked.words)) {
                    ++found.hits;
                    found.shown += text.substring(Math.max(0, place[0] - 80), Math.min(text.length(), place[1] + 80)).length();
                }
            }
            return found;
        }

        /** Where the words stand side by side, in any case, with anything but letters and digits between. */
        static List<int[]> places(String text, String[] words) {
            List<int[]> found = new ArrayList<>();
            int matched = 0, begin = 0;
            for (int at = 0; at < text.length();) {
                while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) ++at;
                int start = at;
                while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) ++at;
                int length = at - start;
                if (matched > 0 && !(length == words[matched].length() && text.regionMatches(true, start, words[matched], 0, length))) matched = 0;
                if (!(length == words[matched].length() && text.regionMatches(true, start, words[matched], 0, length))) continue;
                if (matched == 0) begin = start;
                if (++matched < words.length) continue;
                matched = 0;
                found.add(new int[] {begin, at});
            }
            return found;
        }

        Found cells(Query query) throws IOException {
            Found found = new Found();
            Map<Long, Long> counts = new HashMap<>();
            searcher.search(query, new SimpleCollector() {
                SortedSetDocValues values;
                int base;
                @Override protected void doSetNextReader(LeafReaderContext context) { base = context.docBase; }
                @Override public void collect(int doc) throws IOException {
                    if (values == null) values = state.getDocValues();
                    ++found.hits;
                    if (!values.advanceExact(base + doc)) return;
                    long year = -1;
                    long[] roles = new long[64];
                    int many = 0;
                    for (long ord = values.nextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.nextOrd()) {
                        if (in("year", ord)) year = ord;
                        else if (in("role", ord) && many < roles.length) roles[many++] = ord;
                    }
                    for (int i = 0; i < many; ++i) counts.merge(roles[i] << 32 | year, 1L, Long::sum);
                }
                boolean in(String facet, long ord) {
                    SortedSetDocValuesReaderState.OrdRange range = state.getOrdRange(facet);
                    return ord >= range.start && ord <= range.end;
                }
                @Override public ScoreMode scoreMode() { return ScoreMode.COMPLETE_NO_SCORES; }
            });
            TreeMap<String, Long> cells = new TreeMap<>();
            SortedSetDocValues names = state.getDocValues();
            for (Map.Entry<Long, Long> cell : counts.entrySet())
                cells.put(label(names, cell.getKey() >>> 32) + "/" + label(names, cell.getKey() & 0xFFFFFFFFL), cell.getValue());
            found.facets.put("cells", cells);
            return found;
        }

        static String label(SortedSetDocValues names, long ord) throws IOException {
            String[] path = FacetsConfig.stringToPath(names.lookupOrd(ord).utf8ToString());
            return path[1].equals(NONE) ? "" : path[1];
        }
    }

    // -- measuring, as measure.hpp does it
    static String lineOf(Asked asked, Found found) {
        StringBuilder line = new StringBuilder(String.join("\t", asked.of, asked.form, String.join(" ", asked.words), asked.role, asked.year, Long.toString(found.hits)));
        for (Map.Entry<String, TreeMap<String, Long>> facet : found.facets.entrySet()) {
            long hash = 0xcbf29ce484222325L, sum = 0;
            for (Map.Entry<String, Long> value : facet.getValue().entrySet()) {
                for (byte c : (value.getKey() + "\t" + value.getValue() + "\n").getBytes(StandardCharsets.UTF_8)) hash = (hash ^ (c & 0xff)) * 0x100000001b3L;
                sum += value.getValue();
            }
            line.append(String.format("\t%s:%d:%d:%016x", facet.getKey(), facet.getValue().size(), sum, hash));
        }
        return line.append("\n").toString();
    }

    static List<Asked> readQueries(String path) throws IOException {
        List<Asked> queries = new ArrayList<>();
        for (String line : Files.readAllLines(Paths.get(path))) {
            String[] cells = line.split("\t", -1);
            Asked asked = new Asked();
            asked.of = cells[0];
            asked.form = cells[1];
            asked.words = cells[2].isEmpty() ? new String[0] : cells[2].split(" ");
            asked.role = cells[3];
            asked.year = cells[4];
            queries.add(asked);
        }
        return queries;
    }

    static double quantile(double[] sorted, double p) { return sorted[Math.min(sorted.length - 1, (int) (p * sorted.length))]; }

    /** Before it measures it asks all queries until 20 seconds have gone, for the compiler's sake. */
    static void latency(Searcher searcher, List<Asked> queries, long rounds, long seconds) throws IOException {
        long until = System.nanoTime() + 20_000_000_000L;
        for (int i = 0; System.nanoTime() < until; ++i) searcher.ask(queries.get(i % queries.size()));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        System.out.println("class\truns\tp50 ms\tp90 ms\tp99 ms\tp50 of processor ms");
        for (int first = 0, last = 0; first < queries.size(); first = last) {
            while (last < queries.size() && queries.get(last).of.equals(queries.get(first).of)) ++last;
            List<Double> times = new ArrayList<>(), processor = new ArrayList<>();
            long began = System.nanoTime();
            for (long round = 0; round <= rounds && !(round > 1 && System.nanoTime() - began > seconds * 1_000_000_000L); ++round)
                for (int i = first; i < last; ++i) {
                    long start = System.nanoTime(), used = threads.getCurrentThreadCpuTime();
                    searcher.ask(queries.get(i));
                    if (round == 0) continue;
                    times.add((System.nanoTime() - start) / 1e6);
                    processor.add((threads.getCurrentThreadCpuTime() - used) / 1e6);
                }
            double[] sorted = times.stream().mapToDouble(t -> t).sorted().toArray(), used = processor.stream().mapToDouble(t -> t).sorted().toArray();
            System.out.printf("%s\t%d\t%.3f\t%.3f\t%.3f\t%.3f%n", queries.get(first).of, sorted.length, quantile(sorted, 0.5), quantile(sorted, 0.9), quantile(sorted, 0.99),
                              quantile(used, 0.5));
        }
    }

    static void throughput(Searcher searcher, List<Asked> queries, int threads, long seconds) throws Exception {
        AtomicLong asked = new AtomicLong();
        for (int warm = 1; warm >= 0; --warm) {
            asked.set(0);
            long began = System.nanoTime();
            List<Thread> running = new ArrayList<>();
            for (int t = 0; t < threads; ++t) {
                int from = t * queries.size() / threads;
                Thread thread = new Thread(() -> {
                    try {
                        for (int i = from; System.nanoTime() - began < seconds * 1_000_000_000L; ++i, asked.incrementAndGet()) searcher.ask(queries.get(i % queries.size()));
                    } catch (IOException error) {
                        error.printStackTrace();
                    }
                });
                thread.start();
                running.add(thread);
            }
            for (Thread thread : running) thread.join();
            if (warm == 0) System.out.printf("threads\t%d\tqueries/s\t%.2f%n", threads, asked.get() * 1e9 / (System.nanoTime() - began));
        }
    }

    public static void main(String[] given) throws Exception {
        Map<String, String> options = new HashMap<>();
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < given.length; ++i)
            if (given[i].startsWith("--")) options.put(given[i].substring(2), given[++i]);
            else rest.add(given[i]);
        if (rest.size() == 3 && rest.get(0).equals("build")) {
            build(rest.get(1), rest.get(2), Integer.parseInt(options.getOrDefault("threads", "2")));
            return;
        }
        Searcher searcher = new Searcher(rest.get(0));
        List<Asked> queries = readQueries(rest.get(1));
        long seconds = Long.parseLong(options.getOrDefault("seconds", "10"));
        if (options.containsKey("answers")) {
            searcher.allValues = true;
            try (PrintStream out = new PrintStream(options.get("answers"), StandardCharsets.UTF_8)) {
                for (Asked asked : queries) out.print(lineOf(asked, searcher.ask(asked)));
            }
        } else if (options.containsKey("threads")) {
            throughput(searcher, queries, Integer.parseInt(options.get("threads")), seconds);
        } else {
            latency(searcher, queries, Long.parseLong(options.getOrDefault("rounds", "10")), seconds);
        }
    }
}
