import { describe, expect, it } from "vitest";
import { publishedSchema } from "../../../scripts/setup/terraform/publishedSchema";

/** A source as the packages have it, with what the schema is read from. */
const source = `
export function diskPartToHclTerraform(struct) {
  const attrs = {
    size: {
      value: cdktf.numberToHclTerraform(struct.size),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
  };
}

export class DiskPartOutputReference extends cdktf.ComplexObject {
  // size - computed: false, optional: false, required: true
  private _size?: number;
  public get size() {
    return this.getNumberAttribute('size');
  }
}

export class DiskOwnerOutputReference extends cdktf.ComplexObject {
  // name - computed: true, optional: false, required: false
  public get name() {
    return this.getStringAttribute('name');
  }
}

export class Disk extends cdktf.TerraformResource {
  // name - computed: false, optional: false, required: true
  private _name?: string;
  public get name() {
    return this.getStringAttribute('name');
  }

  // labels - computed: false, optional: true, required: false
  private _labels?: { [key: string]: string };
  public get labels() {
    return this.getStringMapAttribute('labels');
  }

  // zones - computed: true, optional: true, required: false
  public get zones() {
    return cdktf.Fn.tolist(this.getListAttribute('zones'));
  }

  // owners - computed: true, optional: false, required: false
  private _owners = new DiskOwnerList(this, "owners", false);
  public get owners() {
    return this._owners;
  }

  // part - computed: false, optional: false, required: true
  private _part = new DiskPartOutputReference(this, "part");
  public get part() {
    return this._part;
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      name: {
        value: cdktf.stringToHclTerraform(this._name),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      part: {
        value: diskPartToHclTerraform(this._part.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "DiskPartList",
      },
    };
  }
}
`;

describe("the schema that a package carries", () => {
  const { attributes, block_types } = publishedSchema(source);

  it("has the attributes with their types, and says who sets them", () => {
    expect(attributes["name"]).toEqual({ type: "string", required: true, optional: false, computed: false });
    expect(attributes["labels"]?.type).toEqual(["map", "string"]);
    expect(attributes["zones"]).toEqual({ type: ["set", "string"], required: false, optional: true, computed: true });
  });

  it("has objects that are only read", () => {
    expect(attributes["owners"]?.type).toEqual(["list", ["object", { name: "string" }]]);
  });

  it("has blocks, with what stands in them and how often", () => {
    expect(Object.keys(attributes)).not.toContain("part");
    expect(block_types["part"]).toEqual({
      nesting_mode: "list",
      min_items: 1,
      max_items: 1,
      block: {
        attributes: { size: { type: "number", required: true, optional: false, computed: false } },
        block_types: {},
      },
    });
  });

  it("is not made up where there is none", () => {
    expect(() => publishedSchema("export class Other {}")).toThrow("no class to read a schema from");
  });
});
