<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology">
  <renderer-v2 type="graduatedSymbol" attr="returnees_count" graduatedMethod="GraduatedColor" symbollevels="0" enableorderby="0" forceraster="0">
    <ranges>
      <range lower="-1000000000000000.000000000000000" upper="5000.000000000000000" label="under 5,000" symbol="0" render="true" />
      <range lower="5000.000000000000000" upper="20000.000000000000000" label="5,000–20,000" symbol="1" render="true" />
      <range lower="20000.000000000000000" upper="50000.000000000000000" label="20,000–50,000" symbol="2" render="true" />
      <range lower="50000.000000000000000" upper="100000.000000000000000" label="50,000–100,000" symbol="3" render="true" />
      <range lower="100000.000000000000000" upper="1000000000000000.000000000000000" label="100,000 and more" symbol="4" render="true" />
    </ranges>
    <symbols>
      <symbol name="0" type="fill" alpha="1" clip_to_extent="1">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="style" type="QString" value="solid" />
            <Option name="outline_style" type="QString" value="solid" />
            <Option name="outline_width" type="QString" value="0.26" />
            <Option name="color" type="QString" value="253,238,221,255" />
            <Option name="outline_color" type="QString" value="255,255,255,255" />
          </Option>
        </layer>
      </symbol>
      <symbol name="1" type="fill" alpha="1" clip_to_extent="1">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="style" type="QString" value="solid" />
            <Option name="outline_style" type="QString" value="solid" />
            <Option name="outline_width" type="QString" value="0.26" />
            <Option name="color" type="QString" value="249,207,160,255" />
            <Option name="outline_color" type="QString" value="255,255,255,255" />
          </Option>
        </layer>
      </symbol>
      <symbol name="2" type="fill" alpha="1" clip_to_extent="1">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="style" type="QString" value="solid" />
            <Option name="outline_style" type="QString" value="solid" />
            <Option name="outline_width" type="QString" value="0.26" />
            <Option name="color" type="QString" value="239,159,92,255" />
            <Option name="outline_color" type="QString" value="255,255,255,255" />
          </Option>
        </layer>
      </symbol>
      <symbol name="3" type="fill" alpha="1" clip_to_extent="1">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="style" type="QString" value="solid" />
            <Option name="outline_style" type="QString" value="solid" />
            <Option name="outline_width" type="QString" value="0.26" />
            <Option name="color" type="QString" value="210,105,30,255" />
            <Option name="outline_color" type="QString" value="255,255,255,255" />
          </Option>
        </layer>
      </symbol>
      <symbol name="4" type="fill" alpha="1" clip_to_extent="1">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="style" type="QString" value="solid" />
            <Option name="outline_style" type="QString" value="solid" />
            <Option name="outline_width" type="QString" value="0.26" />
            <Option name="color" type="QString" value="143,58,12,255" />
            <Option name="outline_color" type="QString" value="255,255,255,255" />
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <layerGeometryType>2</layerGeometryType>
</qgis>
