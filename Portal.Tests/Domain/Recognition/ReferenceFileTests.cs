using System.Text;
using System.Text.Json.Nodes;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.ReferenceData;
using Xunit;
using static Portal.Tests.Domain.Recognition.NiceFile;

namespace Portal.Tests.Domain.Recognition;

public sealed class ReferenceFileTests
{
    [Fact]
    public void Roles_stand_in_the_publishers_order_below_their_category()
    {
        var framework = Valid(NiceImport.Parse(ReferenceFiles.Nice()));

        var roles = framework.Elements.Where(x => x.Kind == FrameworkElementKind.WorkRole).OrderBy(x => x.SortOrder).ToList();
        Assert.Equal("OG-WRL-001", roles[0].Code);
        Assert.Equal(["DD-WRL-008", "DD-WRL-009", "IO-WRL-001"], roles.Skip(23).Take(3).Select(x => x.Code));
        Assert.All(roles, x => Assert.Equal(x.Code[..2], x.ParentCode));
        Assert.Equal("Systems Security Management", roles.Single(x => x.Code == "OG-WRL-014").Title);
    }

    [Fact]
    public void Every_broken_row_is_named_with_its_number_and_reason()
    {
        var broken = Nice();
        var (elements, links) = (Rows(broken, "elements"), Rows(broken, "relationships"));
        elements[4]!["element_type"] = "talent";
        elements[9]!["doc_identifier"] = "ELSEWHERE";
        Element(broken, "OG-WRL-014")["title"] = " ";
        elements.Add(elements[99]!.DeepClone());
        elements.Add("text");
        links[2]!["dest_element_identifier"] = "K9999";
        links.Add(links[0]!.DeepClone());

        var result = NiceImport.Parse(Json(broken));

        Assert.Null(result.Value);
        Assert.False(result.IsValid);
        Has(result.Problems, "elements", 5, ImportProblems.UnknownType, "Value", "talent");
        Has(result.Problems, "elements", 10, ImportProblems.WrongValue, "Field", "doc_identifier");
        Assert.Contains(result.Problems, x => x is { Section: "elements", Item: "OG-WRL-014", Code: ImportProblems.Missing });
        Has(result.Problems, "elements", 2291, ImportProblems.Duplicate, "FirstRow", 100);
        Has(result.Problems, "elements", 2292, ImportProblems.WrongShape, "Field", "elements");
        Has(result.Problems, "relationships", 3, ImportProblems.UnknownElement, "Value", "K9999");
        Has(result.Problems, "relationships", 5461, ImportProblems.Duplicate, "FirstRow", 1);
        Assert.Equal(7, result.Problems.Count);
    }

    [Theory]
    [InlineData("""{"response": {"elements": {"documents": [""", ImportProblems.BrokenJson)]
    [InlineData("", ImportProblems.BrokenJson)]
    [InlineData("[]", ImportProblems.WrongShape)]
    [InlineData("""{"response": {"elements": []}}""", ImportProblems.WrongShape)]
    [InlineData("""{"response": 1, "response": 2}""", ImportProblems.BrokenJson)]
    public void A_file_of_another_shape_is_refused_whole(string json, string code)
    {
        var result = NiceImport.Parse(new MemoryStream(Encoding.UTF8.GetBytes(json)));
        Assert.Null(result.Value);
        Assert.Contains(result.Problems, x => x.Code == code);
    }

    [Fact]
    public void A_truncated_file_names_the_line()
    {
        var whole = new MemoryStream();
        using (var shipped = ReferenceFiles.Certifications()) shipped.CopyTo(whole);
        var result = CertificationImport.Parse(new MemoryStream(whole.ToArray(), 0, 20_000));
        var problem = Assert.Single(result.Problems);
        Assert.Equal(ImportProblems.BrokenJson, problem.Code);
        Assert.True((long)problem.Slots!["Line"]! > 100);
    }

    [Fact]
    public void Certifications_keep_their_names_and_are_found_in_any_spelling()
    {
        var catalogue = Valid(CertificationImport.Parse(ReferenceFiles.Certifications()));

        var riss = Certification.Create(catalogue.Single(x => x.Code == "JP-RISS"));
        Assert.Equal("情報処理安全確保支援士（登録セキスペ）", riss.NameJa);
        Assert.Equal("JPN", riss.IssuerCountry);
        Assert.Contains(SearchKey.Fold("登録ｾｷｽﾍﾟ"), riss.SearchText);
        Assert.Equal(49, catalogue.Count(x => x.IssuerCountry == "USA"));
        Assert.Null(catalogue.Single(x => x.Code == "CISSP").NameJa);
    }

    [Fact]
    public void Broken_certifications_are_named_by_row()
    {
        const string json = """
            {"certifications": [
              {"id": "A", "name_en": "A", "issuer": "I", "issuer_country": "US", "confidence": "source"},
              {"id": "a", "name_en": "B", "issuer": "I", "issuer_country": "JP", "confidence": "hearsay"},
              {"id": "C", "issuer": "\ud800", "issuer_country": "", "validity_months": "36", "confidence": "source"},
              {"id": "D", "name_en": "D", "issuer": "I", "issuer_country": "??", "level_hint": "a hint that is very much longer than forty characters", "confidence": "source"}]}
            """;

        var problems = CertificationImport.Parse(new MemoryStream(Encoding.UTF8.GetBytes(json))).Problems;

        Has(problems, "certifications", 2, ImportProblems.Duplicate, "FirstRow", 1);
        Has(problems, "certifications", 2, ImportProblems.WrongValue, "Field", "confidence");
        Has(problems, "certifications", 3, ImportProblems.Missing, "Field", "name_en");
        Has(problems, "certifications", 3, ImportProblems.WrongValue, "Field", "issuer");
        Has(problems, "certifications", 3, ImportProblems.Missing, "Field", "issuer_country");
        Has(problems, "certifications", 3, ImportProblems.WrongValue, "Field", "validity_months");
        Has(problems, "certifications", 4, ImportProblems.WrongValue, "Field", "issuer_country");
        Has(problems, "certifications", 4, ImportProblems.TooLong, "MaxLength", Certification.LevelHintLength);
        Assert.Equal(8, problems.Count);
    }

    [Fact]
    public void Broken_holidays_are_named_by_row()
    {
        const string json = """{"japan": [{"date": "2026-13-01", "ja": "x"}, {"date": "2026-01-01"}], "united_states": [{"date": "2026-01-01", "en": "a"}, {"date": "2026-01-01", "en": "b"}]}""";
        var problems = HolidayImport.Parse(new MemoryStream(Encoding.UTF8.GetBytes(json))).Problems;

        Has(problems, "japan", 1, ImportProblems.WrongValue, "Value", "2026-13-01");
        Has(problems, "japan", 2, ImportProblems.Missing, "Field", "ja");
        Has(problems, "united_states", 2, ImportProblems.Duplicate, "FirstRow", 1);
        Assert.Equal(3, problems.Count);
    }

    private static void Has(IReadOnlyList<ImportProblem> problems, string section, int row, string code, string slot, object value) =>
        Assert.Contains(problems, x => x.Section == section && x.Row == row && x.Code == code && Equals(x.Slots![slot], value));
}
