using System.Text;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Infrastructure.ReferenceData;
using static Portal.Tests.Domain.Recognition.NiceFile;

namespace Portal.Tests.Domain.Recognition;

/// <summary>The files of the DoD as they are published, and everything that can be wrong with such a file.</summary>
public sealed class PlacementFileTests
{
    private const string DcwfHead = "dcwf_code,title,element,ncwf_id,definition\n";
    private const string MatrixHead = "dcwf_code,work_role,element,cert,proficiency,vendor\n";

    [Fact]
    public void The_work_roles_of_the_dod_keep_their_links_to_nice()
    {
        var roles = Valid(DcwfImport.Parse(ReferenceFiles.Dcwf(), "5.1"));
        Assert.Equal(74, roles.Count);
        Assert.Equal(39, roles.Count(x => x.NiceCode is not null));
        Assert.Equal(["631", "632"], roles.Where(x => x.NiceCode == "DD-WRL-004").Select(x => x.Code).Order());
    }

    [Fact]
    public void The_matrix_has_426_placements_at_three_proficiencies()
    {
        var matrix = Valid(PlacementImport.Parse(ReferenceFiles.Placements(), "2.1"));
        Assert.Equal(426, matrix.Count);
        Assert.Equal([38, 170, 218], matrix.GroupBy(x => x.Proficiency).OrderBy(x => x.Key).Select(x => x.Count()));
    }

    [Fact]
    public void A_higher_proficiency_satisfies_the_lower_ones_and_never_a_higher_one()
    {
        Assert.Equal([Proficiency.Basic, Proficiency.Intermediate, Proficiency.Advanced], Proficiencies.Satisfying(Proficiency.Basic));
        Assert.Equal([Proficiency.Advanced], Proficiencies.Satisfying(Proficiency.Advanced));
    }

    [Theory]
    [InlineData("code,title\n1,a\n", 1, ImportProblems.WrongColumns)]
    [InlineData("", 1, ImportProblems.WrongColumns)]
    [InlineData("dcwf_code;title;element;ncwf_id;definition\n", 1, ImportProblems.WrongColumns)]
    [InlineData(DcwfHead + "1,a,b,,d\n2,a,b\n", 3, ImportProblems.WrongFieldCount)]
    [InlineData(DcwfHead + "1,a,b,,d\n2,\"a\"x,b,,d\n", 3, ImportProblems.BrokenQuotes)]
    [InlineData(DcwfHead + "1,a,b,,\"never closed\n2,a,b,,d\n", 2, ImportProblems.BrokenQuotes)]
    [InlineData(DcwfHead + "1,a,b,,d\n1,a,b,,d\n", 3, ImportProblems.Duplicate)]
    [InlineData(DcwfHead + "1,a,b,,d\n2, ,b,,d\n", 3, ImportProblems.Missing)]
    [InlineData(DcwfHead + "12345678901,a,b,,d\n", 2, ImportProblems.TooLong)]
    [InlineData(DcwfHead + "1,a\0b,b,,d\n", 2, ImportProblems.WrongValue)]
    public void A_broken_file_of_roles_is_refused_with_row_and_reason(string csv, int row, string code)
    {
        var result = DcwfImport.Parse(Bytes(csv), "5.1");
        Assert.Null(result.Value);
        Assert.Contains(result.Problems, x => x.Row == row && x.Code == code);
    }

    [Theory]
    [InlineData(MatrixHead + "1,w,e,A,Expert,v\n", 2, ImportProblems.WrongValue)]
    [InlineData(MatrixHead + "1,w,e,CEH(P),Basic,v\n1,w,e,CEH (P),Advanced,v\n", 3, ImportProblems.Duplicate)]
    [InlineData(MatrixHead + "1,w,e,A_B,Basic,v\n", 2, ImportProblems.WrongValue)]
    public void A_broken_matrix_is_refused_with_row_and_reason(string csv, int row, string code)
    {
        var result = PlacementImport.Parse(Bytes(csv), "2.1");
        Assert.Null(result.Value);
        Assert.Contains(result.Problems, x => x.Row == row && x.Code == code);
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused_at_its_first_line_of_it()
    {
        var shiftJis = Encoding.UTF8.GetBytes(DcwfHead + string.Concat(Enumerable.Range(1, 500).Select(x => $"{x},a,b,,d\n")))
            .Concat(new byte[] { (byte)'9', (byte)',', 0x8E, 0x91, 0x8A, 0x69 }).Concat("\n"u8.ToArray());
        var problem = Assert.Single(DcwfImport.Parse(new MemoryStream([.. shiftJis]), "5.1").Problems);
        Assert.Equal((502, ImportProblems.NotUtf8), (problem.Row, problem.Code));
        var utf16 = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(DcwfHead)).ToArray();
        Assert.Equal(ImportProblems.NotUtf8, Assert.Single(DcwfImport.Parse(new MemoryStream(utf16), "5.1").Problems).Code);
    }

    [Fact]
    public void A_byte_order_mark_blank_lines_and_another_order_of_columns_do_no_harm()
    {
        var csv = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes("definition,title,element,ncwf_id,dcwf_code\r\n\"says \"\"yes\"\",\r\nand more\", 運用 ,b,,7\r\n\r\n")).ToArray();
        var role = Assert.Single(Valid(DcwfImport.Parse(new MemoryStream(csv), "6.0")));
        Assert.Equal(("7", "運用", "says \"yes\",\r\nand more", "6.0"), (role.Code, role.Title, role.Definition, role.Edition));
    }

    [Theory]
    [InlineData("SecurityX / CASP+", "SecurityX_~_CASP+")]
    [InlineData("CEH(P)", "CEH(P)")]
    [InlineData("CCNP Security", "CCNP_Security")]
    public void A_code_comes_back_from_its_address(string code, string address)
    {
        Assert.Equal(address, CodeAddress.Of(code));
        Assert.Equal(code, CodeAddress.CodeAt(address));
        Assert.False(CodeAddress.Fits(address + "_"));
    }

    private static MemoryStream Bytes(string csv) => new(Encoding.UTF8.GetBytes(csv));
}
